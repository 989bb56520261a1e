import { isMembershipLine, type Message } from '../../../shared/message.ts';
import { tsToMicros } from '../../../shared/timestamps.ts';
import { isSystemMessage, membershipVerbOf } from '../message/kinds.ts';

/** How far a message of ours has come; `ephemeral` is one that only this person sees; every other message is `sent`. */
type Delivery = 'sent' | 'waiting' | 'failed' | 'ephemeral';

/** A message with what the list has to know of it. */
export interface ListedMessage {
  /** Stays the same when a pending message becomes a real one. */
  key: string;
  message: Message;
  /** The message's `ts` in microseconds; read once, since lists of thousands are compared by it. */
  at: number;
  delivery: Delivery;
  /** A sentence that says why it failed. */
  failure?: string;
}

export type Row =
  /** The beginning of the channel. */
  | { kind: 'start'; key: 'start' }
  /** `startsNew`: what follows is unread too. */
  | { kind: 'day'; key: string; ts: string; startsNew: boolean }
  | { kind: 'new'; key: 'new' }
  /** `continues`: by the author of the message above and soon after it, so that the author is not repeated. */
  | { kind: 'message'; key: string; listed: ListedMessage; continues: boolean }
  /** A join, a topic, a rename; or a run of joins or of departures, told in one line. */
  | { kind: 'events'; key: string; messages: Message[] };

interface ListOptions {
  /** Nothing is before the first message. */
  isComplete: boolean;
  /** The divider stands before the first message of somebody else that is later than this; null for no divider. */
  unreadAfter: string | null;
  /** What is later than this is not new; null when everything is. */
  unreadUntil?: string | null;
  self: string;
}

/** Messages of one author follow each other without a heading for this long. Microseconds. */
const groupWindow = 5 * 60 * 1_000_000;

/** The rows of a message list, oldest first: day dividers, the "new" divider, grouped messages, collapsed joins. */
export function buildRows(listed: readonly ListedMessage[], options: ListOptions): Row[] {
  const rows: Row[] = options.isComplete ? [{ kind: 'start', key: 'start' }] : [];
  const firstUnread = getFirstUnread(listed, options);
  const dayOf = createDayReader();
  let day = '';
  let previous: ListedMessage | null = null;

  for (const [index, item] of listed.entries()) {
    const itsDay = dayOf(item.at);
    const isNewDay = itsDay !== day;
    const isUnread = index === firstUnread;
    if (isNewDay) rows.push({ kind: 'day', key: `day-${itsDay}`, ts: item.message.ts, startsNew: isUnread });
    else if (isUnread) rows.push({ kind: 'new', key: 'new' });
    day = itsDay;

    const last = rows.at(-1);
    if (!isSystemMessage(item.message)) {
      rows.push({
        kind: 'message',
        key: item.key,
        listed: item,
        continues: last?.kind === 'message' && continues(previous, item),
      });
    } else if (last?.kind === 'events' && joinsRun(last.messages, item.message)) {
      // Named after its last message, so that it stays itself when older ones are loaded into it.
      last.messages.push(item.message);
      last.key = item.key;
    } else rows.push({ kind: 'events', key: item.key, messages: [item.message] });
    previous = item;
  }
  return rows;
}

/** The index of the row that shows the message, or -1. */
export function indexOfMessage(rows: readonly Row[], ts: string): number {
  return rows.findIndex((row) => {
    if (row.kind === 'message') return row.listed.message.ts === ts;
    return row.kind === 'events' && row.messages.some((message) => message.ts === ts);
  });
}

/** How many rows were added before the first one that both lists have; 0 when they share none. */
export function countPrepended(before: readonly Row[], after: readonly Row[]): number {
  const anchor = before.find((row) => row.kind === 'message' || row.kind === 'events');
  if (!anchor) return 0;
  const was = before.indexOf(anchor);
  const is = after.findIndex((row) => row.key === anchor.key);
  return is < 0 ? 0 : Math.max(0, is - was);
}

/** The ts of the newest message that the server knows. */
export function latestTs(listed: readonly ListedMessage[]): string | null {
  return listed.findLast((item) => item.delivery === 'sent')?.message.ts ?? null;
}

/** How many messages of other people are later than `ts`, and no later than `until`. */
export function countAfter(
  listed: readonly ListedMessage[],
  ts: string,
  self: string,
  until: string | null = null,
): number {
  const from = tsToMicros(ts);
  const to = endOf(until);
  let count = 0;
  for (let index = listed.length - 1; index >= 0; index--) {
    const item = listed[index];
    if (!item || (item.delivery === 'sent' && item.at <= from)) break;
    if (item.delivery === 'sent' && item.at <= to && item.message.user !== self && !isSystemMessage(item.message))
      count++;
  }
  return count;
}

function endOf(until: string | null): number {
  return until === null ? Infinity : tsToMicros(until);
}

function getFirstUnread(listed: readonly ListedMessage[], options: ListOptions): number {
  const { unreadAfter, unreadUntil = null, self, isComplete } = options;
  if (unreadAfter === null) return -1;
  const from = tsToMicros(unreadAfter);
  const index = listed.findIndex(
    ({ message, at, delivery }) =>
      at > from && delivery === 'sent' && message.user !== self && !isMembershipLine(message),
  );
  if ((listed[index]?.at ?? 0) > endOf(unreadUntil)) return -1;
  // Where the top of a list that goes on is later, the first unread message is further up.
  const [first] = listed;
  return first && first.at > from && !isComplete ? -1 : index;
}

function continues(previous: ListedMessage | null, item: ListedMessage): boolean {
  if (!previous || isSystemMessage(previous.message)) return false;
  const [a, b] = [previous.message, item.message];
  if (a.subtype === 'tombstone' || b.subtype === 'tombstone') return false;
  if (previous.delivery === 'ephemeral' || item.delivery === 'ephemeral') return false;
  // What is answered stands apart from the answers.
  if (b.thread_ts === a.ts) return false;
  if (b.subtype === 'thread_broadcast' || a.subtype === 'me_message' || b.subtype === 'me_message') return false;
  return authorOf(a) === authorOf(b) && item.at - previous.at <= groupWindow;
}

/** Bots speak under many names: two names are two authors. */
function authorOf(message: Message): string {
  return `${message.user ?? message.bot_id ?? ''}/${message.username ?? ''}`;
}

function joinsRun(run: readonly Message[], message: Message): boolean {
  const verb = membershipVerbOf(message);
  return verb !== null && run.every((other) => membershipVerbOf(other) === verb);
}

/** The local day of a time in microseconds, as `2016-1-31`. Messages come in order, so that most ask for the day of the one before. */
function createDayReader(): (at: number) => string {
  let from = 0;
  let until = 0;
  let day = '';
  return (at) => {
    if (at >= from && at < until) return day;
    const date = new Date(at / 1000);
    const [year, month, dayOfMonth] = [date.getFullYear(), date.getMonth(), date.getDate()];
    from = new Date(year, month, dayOfMonth).getTime() * 1000;
    until = new Date(year, month, dayOfMonth + 1).getTime() * 1000;
    day = `${year}-${month + 1}-${dayOfMonth}`;
    return day;
  };
}
