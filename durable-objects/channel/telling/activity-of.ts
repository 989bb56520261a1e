import type { ActivityItem } from '../../../shared/activity.ts';
import { isDirect } from '../../../shared/channel.ts';
import type { NoticeFrame } from '../../../shared/protocol/session-socket.ts';
import { microsToTs } from '../../../shared/timestamps.ts';
import type { MemberRow } from '../access.ts';
import type { Channel } from '../context.ts';
import { getFollower } from '../unread/followers.ts';
import { getMessageRow, type MessageRow } from '../messages/message-rows.ts';
import { newestFor, newestIn } from '../messages/newest.ts';
import type { NoticeRow } from '../unread/notices.ts';
import { lineId } from '../unread/uncalled.ts';

/** A line for the activity view, and what a device may show of it at once. */
export type Happening = { item?: ActivityItem; notice?: NoticeFrame };

/** Characters of a message that a notification shows. */
const maxNoticeLength = 300;

/** Of the unread messages that call everybody, the newest few are told. */
const maxEverybody = 5;

/** What a notice is about, as it stands now; null when there is nothing left to tell. */
export function happeningOf(channel: Channel, userId: string, notice: NoticeRow): Happening | null {
  const { kind, emoji } = notice;
  const about =
    kind === 'reply' ? firstUnreadReply(channel, userId, notice) : getMessageRow(channel.sql, notice.message);
  if (!about || about.erased) return null;
  const at = Math.floor(notice.at / 1000);
  if (kind !== 'reaction') return happening(channel, about, kind, at);
  const { thread } = about;
  const ts = microsToTs(about.id);
  const item: ActivityItem = {
    id: lineId(channel.row.id, about.id, kind),
    kind,
    channel: channel.row.id,
    ts,
    at,
    ...(thread === null ? {} : { thread_ts: microsToTs(thread) }),
    ...(notice.actor === null ? {} : { user: notice.actor }),
    ...(emoji === null ? {} : { emoji }),
  };
  return { item };
}

/** Unread messages that call everybody, this member not by themself, oldest first. */
export function everybodyHappenings(channel: Channel, { user_id: userId, last_read, joined }: MemberRow): Happening[] {
  return channel.sql
    .exec<MessageRow>(
      `SELECT messages.* FROM called_all JOIN messages ON messages.id = message
       WHERE message > ? AND author IS NOT ?
       AND NOT EXISTS (SELECT 1 FROM called WHERE called.user_id = ? AND called.message = called_all.message)
       ORDER BY message DESC LIMIT ${maxEverybody}`,
      Math.max(last_read, joined),
      userId,
      userId,
    )
    .toArray()
    .reverse()
    .map((row) => happening(channel, row, 'everybody', Math.floor(row.id / 1000)));
}

/** At most so many are told; one that counts is one that the person was there for, and has not read. */
const maxHere = 50;

/** Unread messages that call those who are there, this member not by themself: whether they count is their session's to say. */
export function hereCalls(sql: SqlStorage, { user_id: userId, last_read, joined }: MemberRow): string[] {
  return sql
    .exec<{ message: number }>(
      `SELECT message FROM called_all WHERE here = 1 AND message > ? AND author IS NOT ?
       AND NOT EXISTS (SELECT 1 FROM called WHERE called.user_id = ? AND called.message = called_all.message)
       ORDER BY message DESC LIMIT ${maxHere}`,
      Math.max(last_read, joined),
      userId,
      userId,
    )
    .toArray()
    .map(({ message }) => microsToTs(message));
}

/** In a direct message: the newest, if it is unread. It is no line of the activity view. */
export function directNotice(channel: Channel, { user_id: userId, last_read }: MemberRow): NoticeFrame | null {
  if (!isDirect(channel.row.kind)) return null;
  const id = newestFor(newestIn(channel), userId);
  const row = id > last_read ? getMessageRow(channel.sql, id) : null;
  return row && noticeOf(channel, row, 'direct');
}

function happening(
  channel: Channel,
  row: MessageRow,
  kind: Exclude<NoticeFrame['kind'], 'direct'>,
  at: number,
): Happening {
  const { text: _text, type: _type, ...place } = noticeOf(channel, row, kind);
  return {
    item: {
      id: lineId(channel.row.id, row.id, kind),
      ...place,
      ...(row.thread !== null && row.shown ? { in_channel: true } : {}),
      kind,
      at,
    },
    notice: noticeOf(channel, row, kind),
  };
}

function noticeOf(channel: Channel, row: MessageRow, kind: NoticeFrame['kind']): NoticeFrame {
  return {
    type: 'notice',
    channel: channel.row.id,
    ts: microsToTs(row.id),
    ...(row.thread === null ? {} : { thread_ts: microsToTs(row.thread) }),
    ...(row.user_id === null ? {} : { user: row.user_id }),
    text: row.text.slice(0, maxNoticeLength).toWellFormed(),
    kind,
  };
}

function firstUnreadReply(channel: Channel, userId: string, { thread }: NoticeRow): MessageRow | null {
  const follower = thread === null ? null : getFollower(channel.sql, thread, userId);
  if (!follower || follower.following === 0) return null;
  return (
    channel.sql
      .exec<MessageRow>(
        `SELECT * FROM messages WHERE thread = ? AND id > ? AND erased = 0 AND user_id IS NOT ? ORDER BY id LIMIT 1`,
        follower.thread,
        follower.last_read,
        userId,
      )
      .toArray()[0] ?? null
  );
}
