import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { addresses } from '../../../migrations/directory/schema.ts';
import { channelMembers, channels, users } from '../../../migrations/shard/schema.ts';
import { accessShard, openDirectory } from '../../../migrations/shards.ts';
import type { Importer } from './run-import.ts';

type Rows = Record<string, SqlStorageValue>[];

/** What a channel's object holds. */
export type ChannelState = {
  facts: Record<string, SqlStorageValue>;
  messages: Rows;
  reactions: Rows;
  pins: Rows;
  members: string[];
  /** The kinds of its log's rows. */
  log: string[];
};

/** Everything that an import may touch in a workspace, read from where it is. */
export async function readState({ workspaceId }: Pick<Importer, 'workspaceId'>) {
  const db = await accessShard(env, workspaceId);
  const listed = await db.select().from(channels).where(eq(channels.workspaceId, workspaceId)).orderBy(channels.id);
  const objects = new Map<string, ChannelState>();
  for (const { id } of listed) objects.set(id, await readChannel(workspaceId, id));
  return {
    people: await db.select().from(users).where(eq(users.workspaceId, workspaceId)).orderBy(users.id),
    addresses: await openDirectory(env)
      .select()
      .from(addresses)
      .where(eq(addresses.workspaceId, workspaceId))
      .orderBy(addresses.email),
    listed,
    listedMembers: await db
      .select()
      .from(channelMembers)
      .where(eq(channelMembers.workspaceId, workspaceId))
      .orderBy(channelMembers.channelId, channelMembers.userId),
    objects,
  };
}

export async function readChannel(workspaceId: string, id: string): Promise<ChannelState> {
  return runInDurableObject(env.CHANNEL.getByName(`${workspaceId}:${id}`), (_object, { storage }) => {
    const rows = (query: string): Rows => storage.sql.exec(query).toArray();
    const [facts = {}] = rows(
      'SELECT id, name, kind, is_general, is_archived, creator, created, topic, purpose FROM channel',
    );
    return {
      facts,
      messages: rows('SELECT * FROM messages ORDER BY id'),
      reactions: rows('SELECT * FROM reactions ORDER BY message, position, user_id'),
      pins: rows('SELECT * FROM pins ORDER BY message'),
      members: rows('SELECT user_id FROM members ORDER BY user_id').map((row) => String(row['user_id'])),
      log: rows('SELECT kind FROM log ORDER BY seq').map((row) => String(row['kind'])),
    };
  });
}

/** The state as a text in which two workspaces with the same in them are the same, however long the import took. */
export async function comparableState(importer: Importer): Promise<string> {
  const { objects, people, ...directory } = await readState(importer);
  const general = directory.listed.find(({ isGeneral }) => isGeneral);
  const state = {
    ...directory,
    people: people.map((person) => ({ ...person, updated: 0 })),
    objects: [...objects].map(([id, { log: _log, ...object }]) => [id, object]),
  };
  const email = people.find(({ id }) => id === importer.userId)?.email ?? '';
  const named = JSON.stringify(state, null, 1)
    .replaceAll(importer.workspaceId, '(workspace)')
    .replaceAll(importer.userId, '(importer)')
    .replaceAll(general?.id ?? '', '(general)')
    .replaceAll(email.split('@')[0] ?? '', '(handle)')
    .replaceAll(/"created": 1[7-9]\d{8}/g, '"created": "(now)"');
  // Rows came in the order of ids that are made up anew in each workspace.
  const sorted = (_key: string, value: unknown): unknown =>
    Array.isArray(value) ? value.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) : value;
  return JSON.stringify(JSON.parse(named), sorted, 1);
}
