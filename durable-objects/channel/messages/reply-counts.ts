import { getMessageRow, parseRepliers, replierOf, type MessageRow, type Repliers } from './message-rows.ts';

/** Counts a reply at its root, of which it may or may not be the newest; the root as it then is. */
export function countReply(sql: SqlStorage, root: MessageRow, reply: MessageRow): MessageRow {
  const repliers = parseRepliers(root.repliers);
  const replier = replierOf(reply);
  repliers[replier] = (repliers[replier] ?? 0) + 1;
  return setReplies(sql, root, repliers, Math.max(root.latest_reply ?? 0, reply.id));
}

/** Takes a deleted reply off its root; the root as it then is, or null when there is none. */
export function uncountReply(sql: SqlStorage, rootId: number, reply: MessageRow): MessageRow | null {
  const root = getMessageRow(sql, rootId);
  if (!root) return null;
  const repliers = parseRepliers(root.repliers);
  const replier = replierOf(reply);
  const left = (repliers[replier] ?? 0) - 1;
  if (left > 0) repliers[replier] = left;
  else delete repliers[replier];
  const latest = sql
    .exec<{ id: number | null }>('SELECT max(id) AS id FROM messages WHERE thread = ? AND erased = 0', rootId)
    .one().id;
  return setReplies(sql, root, repliers, latest);
}

function setReplies(sql: SqlStorage, root: MessageRow, repliers: Repliers, latest: number | null): MessageRow {
  const some = Object.keys(repliers).length > 0;
  const counted = { ...root, repliers: some ? JSON.stringify(repliers) : null, latest_reply: some ? latest : null };
  sql.exec(
    'UPDATE messages SET repliers = ?, latest_reply = ? WHERE id = ?',
    counted.repliers,
    counted.latest_reply,
    root.id,
  );
  return counted;
}
