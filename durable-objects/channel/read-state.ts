import { microsToTs, tsToMicros } from '../../shared/timestamps.ts';
import { refuse, type Outcome } from '../../shared/errors.ts';
import { accessChannel, type MemberRow } from './access.ts';
import { mentionsIn } from './check-content.ts';
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
 * Moves the person's read cursor to `ts`, backwards too (mark as unread). Reading to the end clears what their session
 * knows, so that the next message tells it again; that is what keeps a member to one call per time that they read.
 */
export function doMark(opened: Channel | null, viewer: Viewer, ts: string): Outcome<ReadState> {
  const access = accessChannel(opened, viewer);
  if (!access.ok) return access;
  const { channel, member } = access;
  if (!member) return refuse('not_in_channel');
  const lastRead = Math.min(tsToMicros(ts), newestMessageId(channel.sql));
  const unread = hasUnread(channel, viewer.userId, lastRead);
  const mentions = unread ? countMentionsSince(channel, viewer.userId, lastRead) : 0;
  channel.sql.exec(
    'UPDATE members SET last_read = ?, mentions = ?, knows = ? WHERE user_id = ?',
    lastRead,
    mentions,
    unread ? 1 : 0,
    viewer.userId,
  );
  return { ok: true, lastRead: microsToTs(lastRead), hasUnread: unread, mentions };
}

/** Somebody was called by name: their session is to hear of it even if it knows of something unread. */
export function countMention(sql: SqlStorage, userId: string, author: string): void {
  if (userId !== author) sql.exec('UPDATE members SET mentions = mentions + 1, knows = 0 WHERE user_id = ?', userId);
}

export function countMentionOfAll(sql: SqlStorage, author: string): void {
  sql.exec('UPDATE members SET mentions = mentions + 1, knows = 0 WHERE user_id <> ?', author);
}

function countMentionsSince(channel: Channel, userId: string, lastRead: number): number {
  const texts = channel.sql.exec<{ text: string }>(
    "SELECT text FROM messages WHERE id > ? AND erased = 0 AND user_id IS NOT ? AND instr(text, '<') > 0",
    lastRead,
    userId,
  );
  let count = 0;
  for (const { text } of texts) {
    const { users, everyone } = mentionsIn(text);
    if (everyone || users.includes(userId)) count += 1;
  }
  return count;
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
