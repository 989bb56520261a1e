import { and, eq, inArray, isNull } from 'drizzle-orm';
import { userGroupMembers, userGroups } from '../../../migrations/shard/schema.ts';
import type { ShardDb } from '../../../migrations/shards.ts';
import { doCallGroup } from './calls.ts';
import type { Channel, Stretch } from '../context.ts';
import type { OpenShard } from '../members/directory-copy.ts';
import { getMessageRow } from '../messages/message-rows.ts';

/** A group that a message calls, and whose people have not been looked up. */
export type Pending = { message: number; group_id: string };

/** Messages whose groups are looked up together. */
const perLookUp = 50;

/**
 * Calls the people of the groups that messages call: who is in a group is the directory's to say, so it is asked after the
 * message was posted. True when anybody may have been called.
 */
export async function callGroups(change: Stretch, openShard: OpenShard, channel: Channel): Promise<boolean> {
  for (let didCall = false; ; didCall = true) {
    const pending = pendingGroups(channel.sql);
    if (pending.length === 0) return didCall;
    const people = await readGroups(await openShard(channel.row.workspace), channel.row.workspace, pending);
    change(() => doCallGroups(channel, pending, people));
  }
}

export function pendingGroups(sql: SqlStorage): Pending[] {
  return sql.exec<Pending>(`SELECT message, group_id FROM pending_groups LIMIT ${perLookUp}`).toArray();
}

/** Calls a group's people, unless the message was deleted, or names the group no more, while they were looked up. */
export function doCallGroups(
  channel: Channel,
  looked: readonly Pending[],
  people: ReadonlyMap<string, string[]>,
): void {
  for (const { message, group_id: groupId } of looked) {
    const { rowsWritten } = channel.sql.exec(
      'DELETE FROM pending_groups WHERE message = ? AND group_id = ?',
      message,
      groupId,
    );
    const row = rowsWritten === 0 ? null : getMessageRow(channel.sql, message);
    if (row) doCallGroup(channel, row, groupId, people.get(groupId) ?? [], channel.nextMicros());
  }
}

/** The people of groups that are not switched off. */
async function readGroups(db: ShardDb, workspaceId: string, pending: Pending[]): Promise<Map<string, string[]>> {
  const rows = await db
    .select({ group: userGroups.id, userId: userGroupMembers.userId })
    .from(userGroups)
    .innerJoin(
      userGroupMembers,
      and(eq(userGroupMembers.workspaceId, userGroups.workspaceId), eq(userGroupMembers.groupId, userGroups.id)),
    )
    .where(
      and(
        eq(userGroups.workspaceId, workspaceId),
        inArray(userGroups.id, [...new Set(pending.map((each) => each.group_id))]),
        isNull(userGroups.disabled),
      ),
    );
  const people = new Map<string, string[]>();
  for (const { group, userId } of rows) people.set(group, [...(people.get(group) ?? []), userId]);
  return people;
}
