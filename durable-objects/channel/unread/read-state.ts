import { isDirect } from '../../../shared/channel.ts';
import { microsToTs, tsToMicros } from '../../../shared/timestamps.ts';
import { refuse, type Outcome } from '../../../shared/errors.ts';
import { accessChannel, getMember, type MemberRow } from '../access.ts';
import { newestMessageId, type Channel, type Viewer } from '../context.ts';
import { forgetKeywords } from './keywords.ts';
import { forgetThreads } from './followers.ts';
import { newestFor, newestIn } from '../messages/newest.ts';
import { forgetNotices } from './notices.ts';
import { forgetUncalled } from './uncalled.ts';

export type ReadState = { lastRead: string; hasUnread: boolean; mentions: number };

/** What is unread is counted up to here: beyond it, a count says nothing more. */
export const maxCounted = 1000;

/** How the channel stands for a member; own messages are never unread, and call nobody. */
export function readStateOf(channel: Channel, { user_id: userId, last_read: lastRead }: MemberRow): ReadState {
  return {
    lastRead: microsToTs(lastRead),
    hasUnread: hasUnread(channel, userId, lastRead),
    mentions: isDirect(channel.row.kind)
      ? countUnread(channel.sql, userId, lastRead)
      : countCalls(channel.sql, userId, lastRead),
  };
}

/** Cheap: the newest message is known, and nothing else is looked at. */
export function hasUnread(channel: Channel, userId: string, lastRead: number): boolean {
  return newestFor(newestIn(channel), userId) > lastRead;
}

/**
 * Messages of the history that call the person, by themself or with everybody. Those that call whoever is there (@here) count for
 * whom was there, and that their sessions know (`hereCalls`).
 */
function countCalls(sql: SqlStorage, userId: string, lastRead: number): number {
  return sql
    .exec<{ count: number }>(
      `SELECT count(*) AS count FROM (
         SELECT message FROM called WHERE user_id = ?1 AND message > ?2 AND in_channel = 1
         UNION SELECT message FROM called_all WHERE message > ?2 AND here = 0 AND author IS NOT ?1
         LIMIT ${maxCounted}
       )`,
      userId,
      lastRead,
    )
    .one().count;
}

/** In a direct message every message calls. */
function countUnread(sql: SqlStorage, userId: string, lastRead: number): number {
  return sql
    .exec<{ count: number }>(
      `SELECT count(*) AS count FROM (
         SELECT id FROM messages WHERE id > ? AND shown = 1 AND erased = 0 AND user_id IS NOT ? LIMIT ${maxCounted}
       )`,
      lastRead,
      userId,
    )
    .one().count;
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
  if (lastRead !== member.last_read) {
    // What is on its way by a queue stays so: its arrival is compared with how things are then.
    channel.sql.exec(
      'UPDATE members SET last_read = ?, knows = CASE knows WHEN 3 THEN 3 ELSE 2 END WHERE user_id = ?',
      lastRead,
      viewer.userId,
    );
  }
  return { ok: true, ...readStateOf(channel, { ...member, last_read: lastRead }) };
}

/** The read cursor of somebody who joins: they start caught up. */
export function addMember(channel: Channel, userId: string, at: number): void {
  const { rowsWritten } = channel.sql.exec(
    'INSERT OR IGNORE INTO members (user_id, joined, last_read, knows) VALUES (?, ?, ?, 0)',
    userId,
    at,
    newestMessageId(channel.sql),
  );
  if (rowsWritten > 0 && channel.memberCount !== null) channel.memberCount += 1;
}

/** The member goes, and with them their place in threads, what they were to be told, and the words that call them. */
export function removeMember(channel: Channel, userId: string): void {
  const member = getMember(channel.sql, userId);
  if (member) forgetKeywords(channel, member);
  channel.sql.exec('DELETE FROM members WHERE user_id = ?', userId);
  forgetNotices(channel.sql, userId);
  forgetUncalled(channel.sql, userId);
  forgetThreads(channel.sql, userId);
  channel.memberCount = null;
}
