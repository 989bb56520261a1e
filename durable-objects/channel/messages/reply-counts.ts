import { maxNamedRepliers } from '../../../shared/message.ts';
import { getMessageRow, parseReplies, replierOf, type MessageRow, type Replies } from './message-rows.ts';

/** Counts a reply at its root, of which it may or may not be the newest; the root as it then is. */
export function countReply(sql: SqlStorage, root: MessageRow, reply: MessageRow): MessageRow {
  const { count, users, first } = parseReplies(root.repliers);
  const replier = replierOf(reply);
  const isFirst =
    sql.exec('INSERT OR IGNORE INTO repliers (thread, replier, position) VALUES (?, ?, ?)', root.id, replier, reply.id)
      .rowsWritten > 0;
  const counted = {
    count: count + 1,
    users: users + Number(isFirst),
    first: isFirst && first.length < maxNamedRepliers ? [...first, replier] : first,
  };
  return setReplies(sql, root, counted, Math.max(root.latest_reply ?? 0, reply.id));
}

/** Takes a reply that was just deleted off its root; the root as it then is, or null when there is none. */
export function uncountReply(sql: SqlStorage, rootId: number, reply: MessageRow): MessageRow | null {
  const root = getMessageRow(sql, rootId);
  if (!root) return null;
  const { count, users, first } = parseReplies(root.repliers);
  const replier = replierOf(reply);
  const isLast = !hasReplied(sql, rootId, replier);
  if (isLast) sql.exec('DELETE FROM repliers WHERE thread = ? AND replier = ?', rootId, replier);
  const counted = {
    count: count - 1,
    users: users - Number(isLast),
    first: isLast && first.includes(replier) ? firstRepliers(sql, rootId) : first,
  };
  const latest = sql
    .exec<{ id: number | null }>('SELECT max(id) AS id FROM messages WHERE thread = ? AND erased = 0', rootId)
    .one().id;
  return setReplies(sql, root, counted, latest);
}

/** Whether the thread has a reply of theirs; those without a user say for whom they are in what else they hold. */
function hasReplied(sql: SqlStorage, thread: number, replier: string): boolean {
  const rows = sql.exec<Pick<MessageRow, 'user_id' | 'extra'>>(
    'SELECT user_id, extra FROM messages WHERE thread = ? AND erased = 0 AND (user_id = ? OR user_id IS NULL)',
    thread,
    replier,
  );
  for (const row of rows) if (replierOf(row) === replier) return true;
  return false;
}

/** Whoever replied first of those whose replies are still there. */
function firstRepliers(sql: SqlStorage, thread: number): string[] {
  return sql
    .exec<{ replier: string }>(
      'SELECT replier FROM repliers WHERE thread = ? ORDER BY position LIMIT ?',
      thread,
      maxNamedRepliers,
    )
    .toArray()
    .map(({ replier }) => replier);
}

function setReplies(sql: SqlStorage, root: MessageRow, replies: Replies, latest: number | null): MessageRow {
  const some = replies.count > 0;
  const counted = { ...root, repliers: some ? JSON.stringify(replies) : null, latest_reply: some ? latest : null };
  sql.exec(
    'UPDATE messages SET repliers = ?, latest_reply = ? WHERE id = ?',
    counted.repliers,
    counted.latest_reply,
    root.id,
  );
  return counted;
}
