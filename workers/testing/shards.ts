import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { workspaces } from '../../migrations/directory/schema.ts';
import { emptiestShard, openDirectory } from '../../migrations/shards.ts';

/** The name of the shard that a workspace lies on. */
export async function shardOf(workspaceId: string): Promise<string> {
  const where = eq(workspaces.id, workspaceId);
  return (await openDirectory(env).query.workspaces.findFirst({ where }))?.shard ?? '';
}

/** From here on, new workspaces go to another shard than this one's. */
export async function fillShardOf(workspaceId: string): Promise<void> {
  const shard = await shardOf(workspaceId);
  while ((await emptiestShard(env)) === shard) {
    const id = crypto.randomUUID();
    await openDirectory(env).insert(workspaces).values({ id, shard, domain: id, created: 0 });
  }
}
