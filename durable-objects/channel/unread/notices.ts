import type { Channel } from '../context.ts';

/** What a person is to be told of besides how things stand. A call of everybody is none of them: see `everybodyHappenings`. */
export type NoticeKind = 'mention' | 'group' | 'keyword' | 'reply' | 'reaction';

/** A row of `notices`; times and ids in microseconds. `message` is what it is about; `thread` the root, of a reply. */
export type NoticeRow = {
  at: number;
  kind: NoticeKind;
  message: number;
  thread: number | null;
  actor: string | null;
  emoji: string | null;
};

/**
 * Leaves a notice for a member, in the stretch that made it: it is told after, at least once. `at` is a time of the
 * channel's (`nextMicros`); should the clock have gone back, it is put after the person's last. Somebody who is not in the
 * channel gets none.
 */
export function addNotice(channel: Channel, userId: string, notice: NoticeRow): void {
  channel.sql.exec(
    `INSERT INTO notices (user_id, at, kind, message, thread, actor, emoji)
     SELECT user_id, max(?, coalesce((SELECT max(at) + 1 FROM notices WHERE notices.user_id = members.user_id), 0)), ?, ?, ?, ?, ?
     FROM members WHERE user_id = ?`,
    notice.at,
    notice.kind,
    notice.message,
    notice.thread,
    notice.actor,
    notice.emoji,
    userId,
  );
}

/** At most so many go with one call; the next brings more. */
export const noticesPerCall = 50;

/** What the person has not been told yet, oldest first. */
export function untoldNotices(sql: SqlStorage, userId: string): NoticeRow[] {
  return sql
    .exec<NoticeRow>(
      `SELECT at, kind, message, thread, actor, emoji FROM notices WHERE user_id = ? ORDER BY at LIMIT ${noticesPerCall}`,
      userId,
    )
    .toArray();
}

/** The person has been told everything up to `at`. */
export function forgetNotices(sql: SqlStorage, userId: string, at: number = Number.MAX_SAFE_INTEGER): void {
  sql.exec('DELETE FROM notices WHERE user_id = ? AND at <= ?', userId, at);
}

/** The message does not call the person any more, and they had not been told that it did. */
export function withdrawCall(sql: SqlStorage, userId: string, message: number): void {
  sql.exec(
    "DELETE FROM notices WHERE user_id = ? AND message = ? AND kind IN ('mention', 'group', 'keyword')",
    userId,
    message,
  );
}

/** Somebody took a reaction back of which the author has not been told. */
export function withdrawReaction(sql: SqlStorage, message: number, actor: string, emoji: string): void {
  sql.exec(
    "DELETE FROM notices WHERE message = ? AND kind = 'reaction' AND actor = ? AND emoji = ?",
    message,
    actor,
    emoji,
  );
}
