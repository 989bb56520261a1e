import type { Message } from '../../../shared/message.ts';
import { tsToMicros } from '../../../shared/timestamps.ts';
import { refuse, type Outcome } from '../../../shared/errors.ts';
import type { Channel } from '../context.ts';
import { fillPage, lengthOf } from './fill-page.ts';
import { getMessageRow, toMessages, toOneMessage, type MessageRow } from './message-rows.ts';

/** A stretch of time, as `conversations.history` takes it: bounds excluded unless `inclusive`. */
export type Range = { latest?: string | undefined; oldest?: string | undefined; inclusive?: boolean; limit: number };

/** A page may be shorter than its limit, to fit into an answer between objects. */
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

/** Messages that somebody named; `left` are those to ask for once more, since an answer holds only so much. */
export type MessagesAt = { messages: Message[]; left: string[] };

/** Those of these messages that there are, oldest first: for lists that keep only where a message is. */
export function readMessagesAt(channel: Channel, tss: readonly string[]): MessagesAt {
  const { taken: rows, hasMore } = fillPage(
    channel.sql.exec<MessageRow>(
      'SELECT * FROM messages WHERE erased = 0 AND id IN (SELECT value FROM json_each(?)) ORDER BY id',
      JSON.stringify(tss.map(tsToMicros)),
    ),
    lengthOf,
  );
  const last = rows.at(-1)?.id ?? 0;
  const left = hasMore ? tss.filter((ts) => tsToMicros(ts) > last) : [];
  return { messages: toMessages(channel.sql, channel.row.id, rows), left };
}

function readPage(channel: Channel, where: string, bound: number[], range: Range, order: 'ASC' | 'DESC'): Page {
  const inclusive = range.inclusive ? 1 : 0;
  const above = range.oldest === undefined ? -1 : tsToMicros(range.oldest) - inclusive;
  const below = range.latest === undefined ? Number.MAX_SAFE_INTEGER : tsToMicros(range.latest) + inclusive;
  const { taken: rows, hasMore } = fillPage(
    channel.sql.exec<MessageRow>(
      `SELECT * FROM messages WHERE ${where} AND id > ? AND id < ? ORDER BY id ${order} LIMIT ?`,
      ...bound,
      above,
      below,
      range.limit + 1,
    ),
    lengthOf,
    range.limit,
  );
  return { messages: toMessages(channel.sql, channel.row.id, rows), hasMore };
}
