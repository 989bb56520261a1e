import type { Channel } from '../context.ts';
import type { MessageRow } from '../messages/message-rows.ts';
import { findNewest } from '../messages/newest.ts';
import { addNotice } from './notices.ts';

/** `following` of somebody who has left: for the channel they never followed, but their session knows of it still. */
const forgotten = -1;

/** A row of `followers`; ids in microseconds. */
export type FollowerRow = { thread: number; user_id: string; following: number; last_read: number; knows: number };

export function getFollower(sql: SqlStorage, thread: number, userId: string): FollowerRow | null {
  return (
    sql.exec<FollowerRow>('SELECT * FROM followers WHERE thread = ? AND user_id = ?', thread, userId).toArray()[0] ??
    null
  );
}

/** Who follows already goes on; who does not want to is left alone. */
const orBeginAnew = `
  ON CONFLICT (thread, user_id) DO UPDATE SET following = 1, last_read = excluded.last_read, knows = 2
  WHERE following = ${forgotten}`;

/** Whether the person follows the thread, said by themself. They begin caught up; where they were once, they go on. */
export function setFollowing(channel: Channel, root: MessageRow, userId: string, following: boolean): void {
  channel.sql.exec(
    `INSERT INTO followers (thread, user_id, following, last_read, knows) VALUES (?, ?, ?, ?, 2)
     ON CONFLICT (thread, user_id) DO UPDATE SET following = excluded.following, knows = 2,
       last_read = iif(following = ${forgotten}, excluded.last_read, last_read)
     WHERE following <> excluded.following`,
    root.id,
    userId,
    following ? 1 : 0,
    root.latest_reply ?? root.id,
  );
}

/** What this follower's session was told of the thread is not so any more. */
export function flagFollower(sql: SqlStorage, thread: number, userId: string): void {
  sql.exec('UPDATE followers SET knows = 2 WHERE thread = ? AND user_id = ?', thread, userId);
}

/**
 * A reply was posted. Its author, the root's author and whom either of the two calls follow the thread from here on,
 * unless they have said that they do not want to. Followers for whom it is the first unread reply are told, once.
 * `root` as it was before the reply.
 */
export function noteReply(channel: Channel, root: MessageRow, reply: MessageRow): void {
  const { sql } = channel;
  sql.exec(
    `INSERT INTO followers (thread, user_id, following, last_read, knows)
     SELECT ?1, user_id, 1, ?2, 2 FROM members WHERE user_id IN (
       SELECT ?3 UNION SELECT ?4 UNION SELECT user_id FROM called WHERE message IN (?1, ?5)
     ) ${orBeginAnew}`,
    root.id,
    root.latest_reply ?? root.id,
    root.user_id,
    reply.user_id,
    reply.id,
  );
  const firstToRead = sql
    .exec<{ user_id: string; knows: number; called: number }>(
      `SELECT user_id, knows,
         EXISTS (SELECT 1 FROM called WHERE called.user_id = followers.user_id AND message = ?2) AS called
       FROM followers WHERE thread = ?1 AND following = 1 AND knows <> 1 AND user_id IS NOT ?3
       AND NOT EXISTS (
         SELECT 1 FROM messages WHERE thread = ?1 AND erased = 0 AND id > last_read AND id < ?2
         AND messages.user_id IS NOT followers.user_id
       )`,
      root.id,
      reply.id,
      reply.user_id,
    )
    .toArray();
  for (const { user_id: userId, knows, called } of firstToRead) {
    // Whoever it calls has a notice of that.
    if (!called) {
      const { id: message, user_id: actor } = reply;
      addNotice(channel, userId, { at: message, kind: 'reply', message, thread: root.id, actor, emoji: null });
    }
    if (knows === 0) sql.exec('UPDATE followers SET knows = 1 WHERE thread = ? AND user_id = ?', root.id, userId);
  }
}

/**
 * A message that was posted before calls a member now: they follow its thread from the message on. A root that nobody has
 * answered is no thread yet.
 */
export function followCalled(channel: Channel, message: MessageRow, userId: string): void {
  const { sql } = channel;
  const thread = message.thread ?? (message.repliers === null ? null : message.id);
  if (thread === null) return;
  const before = sql
    .exec<{ id: number | null }>(
      'SELECT max(id) AS id FROM messages WHERE thread = ? AND erased = 0 AND id < ?',
      thread,
      message.id,
    )
    .one().id;
  sql.exec(
    `INSERT INTO followers (thread, user_id, following, last_read, knows)
     SELECT ?, user_id, 1, ?, 2 FROM members WHERE user_id = ? ${orBeginAnew}`,
    thread,
    before ?? thread,
    userId,
  );
}

/** A reply is gone: whoever had nothing else to read in the thread has read everything. */
export function flagThreadRead(sql: SqlStorage, thread: number, reply: number): void {
  const newest = findNewest(sql, thread);
  sql.exec(
    `UPDATE followers SET knows = 2 WHERE thread = ? AND knows = 1 AND last_read < ?
     AND last_read >= CASE WHEN user_id IS ? THEN ? ELSE ? END`,
    thread,
    reply,
    newest.by,
    newest.idByOthers,
    newest.id,
  );
}

/** Nothing is left of the thread. */
export function dropThread(sql: SqlStorage, thread: number): void {
  sql.exec('UPDATE followers SET following = 0, knows = 2 WHERE thread = ? AND following = 1', thread);
}

/** The person is out of the channel, and its threads. The rows stay until their session has heard of it. */
export function forgetThreads(sql: SqlStorage, userId: string): void {
  sql.exec(`UPDATE followers SET following = ${forgotten}, knows = 2 WHERE user_id = ?`, userId);
}

/** The session of somebody who has left knows that they follow nothing here any more, or not this thread. */
export function dropForgotten(sql: SqlStorage, userId: string, thread: number | null): void {
  sql.exec(
    `DELETE FROM followers WHERE user_id = ? AND following = ${forgotten} AND thread = coalesce(?, thread)`,
    userId,
    thread,
  );
}
