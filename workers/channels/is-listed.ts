import { and, eq } from 'drizzle-orm';
import { channels } from '../../migrations/shard/schema.ts';
import type { ShardDb } from '../../migrations/shards.ts';

/** Whether there is such a conversation, or is about to be. Whoever may know of it, the conversation itself says. */
export async function isListed(db: ShardDb, workspaceId: string, channelId: string): Promise<boolean> {
  const rows = await db
    .select({ id: channels.id })
    .from(channels)
    .where(and(eq(channels.workspaceId, workspaceId), eq(channels.id, channelId)));
  return rows.length > 0;
}
