import type { MemberRow } from '../access.ts';
import type { Channel } from '../context.ts';
import { hasUnread } from '../unread/read-state.ts';
import { getRound, moveRound } from './round.ts';
import { fewPeople } from '../unread/to-tell.ts';

/** Members dealt with in one stretch, and told by one message of the queue, at most. */
export const sliceSize = 500;

/** Everybody who is to be told something, when they are few and nothing is to be done in slices; null otherwise. */
export function fewToTell(channel: Channel): string[] | null {
  if (getRound(channel.sql)) return null;
  const people = new Set(withNotices(channel.sql, fewPeople + 1));
  const { userIds, next } = membersWithNews(channel, '', fewPeople + 1);
  for (const userId of userIds) people.add(userId);
  return next !== null || people.size > fewPeople ? null : [...people];
}

/** Members with a notice, or a thread that is to be told of, besides those whose news is on its way. */
export function withNotices(sql: SqlStorage, limit: number): string[] {
  return sql
    .exec<{ user_id: string }>(
      `SELECT user_id FROM (SELECT user_id FROM notices UNION SELECT user_id FROM followers WHERE knows = 2)
       JOIN members USING (user_id) WHERE members.knows <> 3 LIMIT ?`,
      limit,
    )
    .toArray()
    .map((row) => row.user_id);
}

/** Some of the members, and after whom the rest come; null when these were the last. */
export type Slice = { userIds: string[]; next: string | null };

/** Of the members after `after`: those whose session does not know how things stand, or that something is unread. */
export function membersWithNews(channel: Channel, after: string, limit = sliceSize): Slice {
  const rows = channel.sql
    .exec<MemberRow>(
      `SELECT * FROM members WHERE knows IN (0, 2) AND user_id > ? ORDER BY user_id LIMIT ?`,
      after,
      limit,
    )
    .toArray();
  const news = rows.filter((row) => row.knows === 2 || hasUnread(channel, row.user_id, row.last_read));
  return { userIds: news.map((row) => row.user_id), next: nextAfter(rows, limit) };
}

/**
 * The next slice of the round, which moves on: who of them is to be told, also of those whose session knows something. Null
 * when nothing is left of it.
 */
export function takeSlice(channel: Channel): string[] | null {
  const { sql } = channel;
  const round = getRound(sql);
  if (!round) return null;
  const rows = sql
    .exec<MemberRow>(`SELECT * FROM members WHERE user_id > ? ORDER BY user_id LIMIT ${sliceSize}`, round.after)
    .toArray();
  moveRound(sql, nextAfter(rows));
  return rows
    .filter((row) => round.forced || (row.knows === 1 && !hasUnread(channel, row.user_id, row.last_read)))
    .map((row) => row.user_id);
}

function nextAfter(rows: readonly MemberRow[], limit = sliceSize): string | null {
  return rows.length === limit ? (rows.at(-1)?.user_id ?? null) : null;
}
