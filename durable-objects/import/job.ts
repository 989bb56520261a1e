import { and, eq } from 'drizzle-orm';
import { users } from '../../migrations/shard/schema.ts';
import type { RandomAccess } from '../../shared/slack-export/random-access.ts';
import { isAdministrator, type Role } from '../../shared/user.ts';
import { accessShard, openDirectory, type DirectoryDb, type ShardDb } from '../../migrations/shards.ts';
import type { ChannelRpc } from '../channel/channel-rpc.ts';
import { channelOf } from '../channel/stub.ts';
import { archiveKey, openArchive } from './archive.ts';
import { getJobRow, type JobRow } from './job-row.ts';

/** What the steps of an import work with. They keep nothing in memory: each one reads where things stand from `sql`. */
export type Job = {
  readonly workspaceId: string;
  readonly storage: Pick<DurableObjectStorage, 'transactionSync' | 'sync'>;
  readonly sql: SqlStorage;
  /** The metadata of the workspace. */
  readonly db: ShardDb;
  readonly directory: DirectoryDb;
  readonly bucket: Pick<R2Bucket, 'head' | 'delete' | 'resumeMultipartUpload'>;
  readonly archive: RandomAccess;
  /** Who imports, with the role that they have now. */
  readonly importer: { userId: string; role: Role; mayImport: boolean };
  channel(id: string): Pick<ChannelRpc, 'create' | 'importHistory'>;
};

/** Throws when the databases cannot be asked. */
export async function openJob(env: Env, storage: DurableObjectStorage): Promise<Job> {
  const { sql } = storage;
  const row = getJobRow(sql);
  const db = await accessShard(env, row.workspace);
  return {
    workspaceId: row.workspace,
    storage,
    sql,
    db,
    directory: openDirectory(env),
    bucket: env.FILES,
    archive: openArchive(env.FILES, archiveKey(row.workspace, row.id), row.size),
    importer: await getImporter(db, row),
    channel: (id) => channelOf(env, row.workspace, id),
  };
}

async function getImporter(db: ShardDb, { workspace, importer: userId }: JobRow): Promise<Job['importer']> {
  const [user] = await db
    .select({ role: users.role, deactivated: users.deactivated })
    .from(users)
    .where(and(eq(users.workspaceId, workspace), eq(users.id, userId)));
  const role = user?.role ?? 'member';
  return { userId, role, mayImport: user?.deactivated === false && isAdministrator(role) };
}
