import { count, eq } from 'drizzle-orm';
import { drizzle, type DrizzleD1Database } from 'drizzle-orm/d1';
import * as directory from './directory/schema.ts';
import * as shard from './shard/schema.ts';
import { AppError } from '../shared/errors.ts';
import { BoundedMap } from '../shared/bounded-map.ts';

export type DirectoryDb = DrizzleD1Database<typeof directory>;
export type ShardDb = DrizzleD1Database<typeof shard>;

/** A shard is a D1 binding named SHARD_<n>; to add one is to add a block to wrangler.toml. */
export type ShardName = Extract<keyof Env, `SHARD_${number}`>;

/** A workspace never moves, so what was looked up once stays true. */
const known = new BoundedMap<string, string>(10_000);

export function openDirectory(env: Env): DirectoryDb {
  return drizzle(env.DIRECTORY, { schema: directory });
}

/** The shard of that name, as the directory has it. */
export function openShard(env: Env, name: string): ShardDb {
  if (!isShardName(env, name)) throw new Error(`no shard is bound as ${name}`);
  return drizzle(env[name], { schema: shard });
}

function isShardName(env: Env, name: string): name is ShardName {
  return /^SHARD_\d+$/.test(name) && name in env;
}

/** In the order of their numbers. */
export function shardNames(env: Env): ShardName[] {
  const numberOf = (name: string) => Number(name.slice('SHARD_'.length));
  return Object.keys(env)
    .filter((name) => isShardName(env, name))
    .toSorted((a, b) => numberOf(a) - numberOf(b));
}

async function getShardName(env: Env, workspaceId: string): Promise<string | null> {
  const cached = known.get(workspaceId);
  if (cached) return cached;
  const { workspaces } = directory;
  const [row] = await openDirectory(env)
    .select({ shard: workspaces.shard })
    .from(workspaces)
    .where(eq(workspaces.id, workspaceId));
  if (!row) return null;
  known.set(workspaceId, row.shard);
  return row.shard;
}

/** The database of the workspace's metadata; null when there is no such workspace. */
export async function getShard(env: Env, workspaceId: string): Promise<ShardDb | null> {
  const name = await getShardName(env, workspaceId);
  return name === null ? null : openShard(env, name);
}

/** The database of the workspace's metadata; refuses with `workspace_not_found`. */
export async function accessShard(env: Env, workspaceId: string): Promise<ShardDb> {
  const db = await getShard(env, workspaceId);
  if (!db) throw new AppError('workspace_not_found');
  return db;
}

/** Where a new workspace goes: the shard with the fewest. */
export async function emptiestShard(env: Env): Promise<ShardName> {
  const { workspaces } = directory;
  const rows = await openDirectory(env)
    .select({ shard: workspaces.shard, count: count() })
    .from(workspaces)
    .groupBy(workspaces.shard);
  const counts = new Map(rows.map((row) => [row.shard, row.count]));
  const [emptiest] = shardNames(env).toSorted((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0));
  if (!emptiest) throw new Error('no shard is bound');
  return emptiest;
}
