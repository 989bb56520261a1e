import { env } from 'cloudflare:workers';
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
    const add = (id: string, shard: string) => db.insert(workspaces).values({ id, shard, domain: id, created: 0 });
    expect(await emptiestShard(env)).toBe('SHARD_1');
    await add('T001', 'SHARD_1');
    expect(await emptiestShard(env)).toBe('SHARD_2');
    await add('T002', 'SHARD_2');
    await add('T003', 'SHARD_1');
    expect(await emptiestShard(env)).toBe('SHARD_2');
  });

  it('refuse a workspace that does not exist', async () => {
    await expect(accessShard(env, 'T404')).rejects.toMatchObject({ code: 'workspace_not_found' });
  });

  it('say so when the shard of a workspace is not bound', async () => {
    await openDirectory(env).insert(workspaces).values({ id: 'T900', shard: 'MAIL', domain: 'lost', created: 0 });
    await expect(accessShard(env, 'T900')).rejects.toThrow('no shard is bound as MAIL');
  });
});
