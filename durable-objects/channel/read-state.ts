import { findMentions } from '../../shared/mrkdwn/mentions.ts';
import { microsToTs, tsToMicros } from '../../shared/timestamps.ts';
import { refuse, type Outcome } from '../../shared/errors.ts';
import { accessChannel, type MemberRow } from './access.ts';
import { isByHand } from './message-rows.ts';
import { newestMessageId, type Channel, type Newest, type Viewer } from './context.ts';

export type ReadState = { lastRead: string; hasUnread: boolean; mentions: number };

export function readStateOf(channel: Channel, member: MemberRow): ReadState {
  return {
    lastRead: microsToTs(member.last_read),
    hasUnread: hasUnread(channel, member.user_id, member.last_read),
    mentions: member.mentions,
  };
}

/** Own messages are never unread. */
function hasUnread(channel: Channel, userId: string, lastRead: number): boolean {
  const newest = (channel.newest ??= findNewest(channel.sql));
  return (newest.by === userId ? newest.idByOthers : newest.id) > lastRead;
}

/** Kept in memory, because an app that posts and never reads would make every look at the table longer than the last. */
export function noteNewest(channel: Channel, id: number, by: string | null): void {
  const before = channel.newest;
  if (!before) return;
  channel.newest = { id, by, idByOthers: before.by === by ? before.idByOthers : before.id };
}

function findNewest(sql: SqlStorage): Newest {
  const newest = sql
    .exec<{ id: number; user_id: string | null }>(
      'SELECT id, user_id FROM messages WHERE shown = 1 AND erased = 0 ORDER BY id DESC LIMIT 1',
    )
    .toArray()[0];
  if (!newest) return { id: 0, by: null, idByOthers: 0 };
  const other = sql
    .exec<{ id: number }>(
      'SELECT id FROM messages WHERE shown = 1 AND erased = 0 AND user_id IS NOT ? ORDER BY id DESC LIMIT 1',
      newest.user_id,
    )
    .toArray()[0];
  return { id: newest.id, by: newest.user_id, idByOthers: other?.id ?? 0 };
}

/**
 * Moves the person's read cursor to `ts`, backwards too (mark as unread). Their session does not know yet, and is told;
 * after that the next message tells it again, which is what keeps a member to one call per time that they read.
 */
export function doMark(opened: Channel | null, viewer: Viewer, ts: string): Outcome<ReadState> {
  const access = accessChannel(opened, viewer);
  if (!access.ok) return access;
  const { channel, member } = access;
  if (!member) return refuse('not_in_channel');
  const lastRead = Math.min(tsToMicros(ts), newestMessageId(channel.sql));
  const unread = hasUnread(channel, viewer.userId, lastRead);
  const mentions = countMentionsSince(channel, viewer.userId, lastRead);
  channel.sql.exec(
    'UPDATE members SET last_read = ?, mentions = ?, knows = 2 WHERE user_id = ?',
    lastRead,
    mentions,
    viewer.userId,
  );
  return { ok: true, lastRead: microsToTs(lastRead), hasUnread: unread, mentions };
}

/** Counts a message for those whom it calls: their sessions are to hear of it even if they know of something unread. */
export function countMentions(channel: Channel, text: string, author: string): void {
  const { users, everybody } = calledIn(text);
  const { sql } = channel;
  if (everybody) sql.exec('UPDATE members SET mentions = mentions + 1, knows = 2 WHERE user_id <> ?', author);
  else {
    sql.exec(
      `UPDATE members SET mentions = mentions + 1, knows = 2
       WHERE user_id <> ? AND user_id IN (SELECT value FROM json_each(?))`,
      author,
      JSON.stringify(users),
    );
  }
}

/**
 * A message is gone: it calls nobody any more, and whoever had nothing else to read has read everything. `id` is its own,
 * `text` what it said.
 */
export function uncountMessage(channel: Channel, id: number, text: string): void {
  const { sql } = channel;
  if (channel.newest?.id === id || channel.newest?.idByOthers === id) channel.newest = null;
  const { users, everybody } = calledIn(text);
  if (everybody || users.length > 0) {
    sql.exec(
      `UPDATE members SET mentions = max(0, mentions - 1), knows = 2
       WHERE last_read < ? AND mentions > 0 AND (? OR user_id IN (SELECT value FROM json_each(?)))`,
      id,
      everybody ? 1 : 0,
      JSON.stringify(users),
    );
  }
  const newest = (channel.newest ??= findNewest(sql));
  sql.exec(
    `UPDATE members SET knows = 2 WHERE knows = 1 AND last_read < ?
     AND last_read >= CASE WHEN user_id IS ? THEN ? ELSE ? END`,
    id,
    newest.by,
    newest.idByOthers,
    newest.id,
  );
}

/** How many of the newest messages a recount looks at: beyond it, a count of mentions says little more. */
const recounted = 5000;

function countMentionsSince(channel: Channel, userId: string, lastRead: number): number {
  const rows = channel.sql.exec<{ text: string; extra: string | null }>(
    `SELECT text, extra FROM (SELECT * FROM messages WHERE id > ? ORDER BY id DESC LIMIT ${recounted})
     WHERE erased = 0 AND user_id IS NOT ? AND (instr(text, ?) > 0 OR instr(text, '<!') > 0)`,
    lastRead,
    userId,
    `<@${userId}`,
  );
  let count = 0;
  for (const { text, extra } of rows) {
    if (!isByHand({ extra })) continue;
    const { users, everybody } = calledIn(text);
    if (everybody || users.includes(userId)) count += 1;
  }
  return count;
}

/** Whom a text calls. */
function calledIn(text: string): { users: string[]; everybody: boolean } {
  const { users, channel, here, everyone } = findMentions(text);
  return { users, everybody: channel || here || everyone };
}

/** The read cursor of somebody who joins: they start caught up. */
export function addMember(channel: Channel, userId: string, at: number): void {
  channel.sql.exec(
    'INSERT OR IGNORE INTO members (user_id, joined, last_read, knows) VALUES (?, ?, ?, 0)',
    userId,
    at,
    newestMessageId(channel.sql),
  );
}
