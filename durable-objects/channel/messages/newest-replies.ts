import type { Message } from '../../../shared/message.ts';
import { tsToMicros } from '../../../shared/timestamps.ts';
import type { Channel } from '../context.ts';
import { fillPage, lengthOf } from './fill-page.ts';
import { getMessageRow, toMessages, toOneMessage, type MessageRow } from './message-rows.ts';

/** A thread as a list of threads shows it: its root, and its newest replies, oldest first. */
export type ThreadEnd = { root: Message; latest: Message[] };

/** How threads end; `left` are those to ask for once more, since an answer holds only so much. */
export type ThreadEnds = { threads: ThreadEnd[]; left: string[] };

/** How each of these threads ends; those that there are, in the order in which they are named. */
export function readNewestReplies(channel: Channel, roots: readonly string[], count: number): ThreadEnds {
  const { sql, row } = channel;
  const { taken, hasMore } = fillPage(
    roots.values().map((ts) => readEnd(sql, ts, count)),
    (rows) => rows.reduce((sum, each) => sum + lengthOf(each), 0),
  );
  const threads = taken.flatMap(([root, ...latest]) =>
    root ? [{ root: toOneMessage(sql, row.id, root), latest: toMessages(sql, row.id, latest) }] : [],
  );
  return { threads, left: hasMore ? roots.slice(taken.length) : [] };
}

/** The thread's root, then its newest replies; nothing when there is no such thread. */
function readEnd(sql: SqlStorage, ts: string, count: number): MessageRow[] {
  const root = getMessageRow(sql, tsToMicros(ts));
  if (!root || (root.erased && !root.shown)) return [];
  const replies = sql
    .exec<MessageRow>('SELECT * FROM messages WHERE thread = ? AND erased = 0 ORDER BY id DESC LIMIT ?', root.id, count)
    .toArray();
  return [root, ...replies.reverse()];
}
