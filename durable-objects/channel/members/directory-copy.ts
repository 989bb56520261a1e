import { and, eq } from 'drizzle-orm';
import { channelMembers, channels } from '../../../migrations/shard/schema.ts';
import type { ShardDb } from '../../../migrations/shards.ts';
import { isUniqueViolation } from '../../../migrations/unique-violation.ts';
import type { ChannelRow } from '../channel-row.ts';

/** Opens the database in which the directory of a workspace is. */
export type OpenShard = (workspaceId: string) => Promise<ShardDb>;

/**
 * Keeps the directory's copy of the channel true: what is written is how things stand now, not what happened, so it may
 * be repeated, and late. The copy serves lists; nobody is let in by it.
 */
export async function copyMembership(db: ShardDb, row: ChannelRow, userId: string, isMember: boolean): Promise<void> {
  const key = { workspaceId: row.workspace, channelId: row.id, userId };
  if (isMember) await db.insert(channelMembers).values(key).onConflictDoNothing();
  else await removeMembership(db, row, userId);
}

/** Before a person leaves: the copy must never be wider than the truth. */
export async function removeMembership(db: ShardDb, row: ChannelRow, userId: string): Promise<void> {
  await db
    .delete(channelMembers)
    .where(
      and(
        eq(channelMembers.workspaceId, row.workspace),
        eq(channelMembers.channelId, row.id),
        eq(channelMembers.userId, userId),
      ),
    );
}

/** All but the name: that is the directory's to give (`reserveName`), and a late copy must not undo it. */
export async function copyChannel(db: ShardDb, row: ChannelRow): Promise<void> {
  await db
    .update(channels)
    .set({
      kind: row.kind,
      isArchived: row.isArchived,
      topic: row.topic,
      purpose: row.purpose,
      ready: true,
    })
    .where(thisChannel(row));
}

/** Takes a new name in the directory; false when another channel has it. */
export async function reserveName(db: ShardDb, row: ChannelRow, name: string): Promise<boolean> {
  try {
    await db.update(channels).set({ name }).where(thisChannel(row));
    return true;
  } catch (error) {
    if (isUniqueViolation(error)) return false;
    throw error;
  }
}

/** The name under which the directory lists the channel; null when it does not. */
export async function getListedName(db: ShardDb, row: ChannelRow): Promise<string | null> {
  const [listed] = await db.select({ name: channels.name }).from(channels).where(thisChannel(row));
  return listed?.name ?? null;
}

function thisChannel(row: ChannelRow) {
  return and(eq(channels.workspaceId, row.workspace), eq(channels.id, row.id));
}
