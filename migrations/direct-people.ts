import { and, eq, isNull, notExists } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { channels } from './shard/schema.ts';
import type { ShardDb } from './shards.ts';

/** One text for the same people in any order: there is one direct or group message for it. */
export function peopleKey(people: readonly string[]): string {
  return people.toSorted().join(',');
}

const other = alias(channels, 'other');

/** From now on this conversation is the one of just these people, unless they have another. */
export async function claimPeople(
  db: ShardDb,
  workspaceId: string,
  channelId: string,
  people: readonly string[],
): Promise<void> {
  const key = peopleKey(people);
  const held = db
    .select({ id: other.id })
    .from(other)
    .where(and(eq(other.workspaceId, workspaceId), eq(other.people, key)));
  await db
    .update(channels)
    .set({ people: key })
    .where(
      and(eq(channels.workspaceId, workspaceId), eq(channels.id, channelId), isNull(channels.people), notExists(held)),
    );
}
