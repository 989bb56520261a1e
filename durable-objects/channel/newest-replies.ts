import type { Message } from '../../shared/message.ts';
import { tsToMicros } from '../../shared/timestamps.ts';
import type { Channel } from './context.ts';
import { getMessageRow, toMessages, toOneMessage, type MessageRow } from './message-rows.ts';

/** A thread as a list of threads shows it: its root, and its newest replies, oldest first. */
export type ThreadEnd = { root: Message; latest: Message[] };

/** How each of these threads ends; those that there are, in the order in which they are named. */
export function readNewestReplies(channel: Channel, roots: readonly string[], count: number): ThreadEnd[] {
  const { sql, row } = channel;
  return roots.flatMap((ts) => {
    const root = getMessageRow(sql, tsToMicros(ts));
    if (!root || (root.erased && !root.shown)) return [];
    const replies = sql
      .exec<MessageRow>(
        'SELECT * FROM messages WHERE thread = ? AND erased = 0 ORDER BY id DESC LIMIT ?',
        root.id,
        count,
      )
      .toArray();
    return [{ root: toOneMessage(sql, row.id, root), latest: toMessages(sql, row.id, replies.reverse()) }];
  });
}
