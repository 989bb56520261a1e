import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { workspaces } from './directory/schema.ts';
import { accessShard, emptiestShard, openDirectory, shardNames } from './shards.ts';

describe('shards', () => {
  it('are the bindings named SHARD_<n>, in the order of their numbers', () => {
    expect(shardNames(env)).toEqual(['SHARD_1', 'SHARD_2']);
    const many = { ...env, SHARD_10: env.SHARD_1, SHARD_3: env.SHARD_1, SHARD_X: env.SHARD_1 };
    expect(shardNames(many)).toEqual(['SHARD_1', 'SHARD_2', 'SHARD_3', 'SHARD_10']);
  });

  it('fill evenly', async () => {
    const db = openDirectory(env);
    const sizes = async () => ({
      SHARD_1: await db.$count(workspaces, eq(workspaces.shard, 'SHARD_1')),
      SHARD_2: await db.$count(workspaces, eq(workspaces.shard, 'SHARD_2')),
    });
    const before = await sizes();
    for (let n = 0; n < Math.abs(before.SHARD_1 - before.SHARD_2) + 4; n += 1) {
      const id = `TFILL${n}`;
      await db.insert(workspaces).values({ id, shard: await emptiestShard(env), domain: id.toLowerCase(), created: 0 });
    }
    const { SHARD_1, SHARD_2 } = await sizes();
    expect(SHARD_1 + SHARD_2).toBeGreaterThan(before.SHARD_1 + before.SHARD_2);
    expect(SHARD_1).toBe(SHARD_2);
  });

  it('refuse a workspace that does not exist', async () => {
    await expect(accessShard(env, 'T404')).rejects.toMatchObject({ code: 'workspace_not_found' });
  });

  it('say so when the shard of a workspace is not bound', async () => {
    await openDirectory(env).insert(workspaces).values({ id: 'T900', shard: 'MAIL', domain: 'lost', created: 0 });
    await expect(accessShard(env, 'T900')).rejects.toThrow('no shard is bound as MAIL');
  });
});
