import type { Message } from '../../shared/message.ts';
import { tsToMicros } from '../../shared/timestamps.ts';
import { refuse, type Outcome } from '../../shared/errors.ts';
import type { Channel } from './context.ts';
import { getMessageRow, toMessages, toOneMessage, type MessageRow } from './message-rows.ts';

/** A stretch of time, as `conversations.history` takes it: bounds excluded unless `inclusive`. */
export type Range = { latest?: string | undefined; oldest?: string | undefined; inclusive?: boolean; limit: number };

/** Characters of text in a page: it has to fit into an answer between objects. A page may so be shorter than its limit. */
const maxPageLength = 4_000_000;

export type Page = { messages: Message[]; hasMore: boolean };

/**
 * The channel's messages, newest first. With `oldest` alone the page is the one that follows `oldest`, as in Slack, so
 * that a reader can walk forwards.
 */
export function readHistory(channel: Channel, range: Range): Page {
  const forwards = range.oldest !== undefined && range.latest === undefined && tsToMicros(range.oldest) > 0;
  const page = readPage(channel, 'shown = 1', [], range, forwards ? 'ASC' : 'DESC');
  if (forwards) page.messages.reverse();
  return page;
}

/** A thread: its root, then replies, oldest first. */
export function readReplies(channel: Channel, ts: string, range: Range): Outcome<Page> {
  const named = getMessageRow(channel.sql, tsToMicros(ts));
  if (!named || (named.erased && !named.shown)) return refuse('thread_not_found');
  const rootId = named.thread ?? named.id;
  const root = getMessageRow(channel.sql, rootId);
  const page = readPage(channel, 'thread = ? AND erased = 0', [rootId], range, 'ASC');
  if (root) page.messages.unshift(toOneMessage(channel.sql, channel.row.id, root));
  return { ok: true, ...page };
}

/** One message, a reply or not. */
export function readMessage(channel: Channel, ts: string): Outcome<{ message: Message }> {
  const row = getMessageRow(channel.sql, tsToMicros(ts));
  if (!row || row.erased) return refuse('message_not_found');
  return { ok: true, message: toOneMessage(channel.sql, channel.row.id, row) };
}

/** Those of these messages that there are, in no order: for lists that keep only where a message is. */
export function readMessagesAt(channel: Channel, tss: readonly string[]): Message[] {
  const rows = channel.sql
    .exec<MessageRow>(
      'SELECT * FROM messages WHERE erased = 0 AND id IN (SELECT value FROM json_each(?))',
      JSON.stringify(tss.map(tsToMicros)),
    )
    .toArray();
  return toMessages(channel.sql, channel.row.id, rows);
}

function readPage(channel: Channel, where: string, bound: number[], range: Range, order: 'ASC' | 'DESC'): Page {
  const inclusive = range.inclusive ? 1 : 0;
  const above = range.oldest === undefined ? -1 : tsToMicros(range.oldest) - inclusive;
  const below = range.latest === undefined ? Number.MAX_SAFE_INTEGER : tsToMicros(range.latest) + inclusive;
  const rows: MessageRow[] = [];
  let length = 0;
  let hasMore = false;
  for (const row of channel.sql.exec<MessageRow>(
    `SELECT * FROM messages WHERE ${where} AND id > ? AND id < ? ORDER BY id ${order} LIMIT ?`,
    ...bound,
    above,
    below,
    range.limit + 1,
  )) {
    length += row.text.length + (row.extra?.length ?? 0);
    hasMore = rows.length === range.limit || (rows.length > 0 && length > maxPageLength);
    if (hasMore) break;
    rows.push(row);
  }
  return { messages: toMessages(channel.sql, channel.row.id, rows), hasMore };
}
