import { and, eq } from 'drizzle-orm';
import { channels } from '../../migrations/shard/schema.ts';
import type { Job } from './job.ts';

/** From here on no later import lets anybody into the channel: neither when all have left, nor to what others brought. */
export async function closeDoor({ db, workspaceId }: Job, channelId: string): Promise<void> {
  await db
    .update(channels)
    .set({ awaitsPeople: false })
    .where(and(eq(channels.workspaceId, workspaceId), eq(channels.id, channelId)));
}
