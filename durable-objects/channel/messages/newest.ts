import { membershipSubtypes } from '../../../shared/message.ts';
import type { Channel, Newest } from '../context.ts';

/** Kept in memory, because an app that posts and never reads would make every look at the table longer than the last. */
export function newestIn(channel: Channel): Newest {
  return (channel.newest ??= findNewest(channel.sql, null));
}

export function noteNewest(channel: Channel, id: number, by: string | null): void {
  const before = channel.newest;
  if (!before) return;
  channel.newest = { id, by, idByOthers: before.by === by ? before.idByOthers : before.id };
}

/** The newest message for this person: their own are never unread. Microseconds. */
export function newestFor(newest: Newest, userId: string): number {
  return newest.by === userId ? newest.idByOthers : newest.id;
}

/** Of a row of `messages`: not deleted, and no line of who came and went. */
const isNews = `erased = 0 AND coalesce(extra ->> '$.subtype', '') NOT IN ('${membershipSubtypes.join("', '")}')`;

/** What there is to read in the channel's history, or among the replies of a thread. */
export function findNewest(sql: SqlStorage, thread: number | null): Newest {
  const among = thread === null ? 'shown = 1' : 'thread = ?';
  const bound = thread === null ? [] : [thread];
  const newest = sql
    .exec<{ id: number; user_id: string | null }>(
      `SELECT id, user_id FROM messages WHERE ${among} AND ${isNews} ORDER BY id DESC LIMIT 1`,
      ...bound,
    )
    .toArray()[0];
  if (!newest) return { id: 0, by: null, idByOthers: 0 };
  const other = sql
    .exec<{ id: number }>(
      `SELECT id FROM messages WHERE ${among} AND user_id IS NOT ? AND ${isNews} ORDER BY id DESC LIMIT 1`,
      ...bound,
      newest.user_id,
    )
    .toArray()[0];
  return { id: newest.id, by: newest.user_id, idByOthers: other?.id ?? 0 };
}
