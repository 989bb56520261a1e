import type { Message } from '../../shared/message.ts';
import type { WireEvent } from '../../shared/protocol/channel-socket.ts';
import { compareTs } from '../../shared/timestamps.ts';
import { isInChannel } from './message-changes.ts';
import { MessageList } from './message-list.ts';
import { reduceMessages } from './reduce-messages.ts';

/** A stretch of the channel's list without holes. Its bounds stay when the messages there are deleted. */
export interface Stretch {
  readonly messages: MessageList;
  /** It has everything from this `ts` on, itself included; null: from the channel's beginning. */
  readonly from: string | null;
  /** It has everything up to this `ts`, itself included; null: up to now, and what is posted goes here. */
  readonly to: string | null;
}

export function reduceStretch(stretch: Stretch, event: WireEvent): Stretch {
  const admits = (message: Message) => isInChannel(message) && covers(stretch, message.ts);
  const messages = reduceMessages(stretch.messages, event, admits);
  return messages === stretch.messages ? stretch : { ...stretch, messages };
}

export function covers({ from, to }: Stretch, ts: string): boolean {
  return (from === null || compareTs(from, ts) <= 0) && (to === null || compareTs(ts, to) <= 0);
}

/** One stretch out of two, when there is nothing between them that neither has; else null. */
export function join(older: Stretch, newer: Stretch): Stretch | null {
  if (older.to !== null && newer.from !== null && compareTs(newer.from, older.to) > 0) return null;
  return {
    messages: older.messages.merge(newer.messages),
    // Either may reach further than the other on both sides.
    from: older.from === null || newer.from === null ? null : earlier(older.from, newer.from),
    to: older.to === null || newer.to === null ? null : later(older.to, newer.to),
  };
}

const earlier = (a: string, b: string) => (compareTs(a, b) <= 0 ? a : b);
const later = (a: string, b: string) => (compareTs(a, b) >= 0 ? a : b);

/** The page that ends right before `before`. `messages` newest first, as the API has them. */
export function pageBefore(before: string, messages: readonly Message[], hasMore: boolean): Stretch {
  return { messages: MessageList.from(messages), from: hasMore ? (messages.at(-1)?.ts ?? before) : null, to: before };
}

/** The page that begins right after `after`. `messages` newest first, as the API has them. */
export function pageAfter(after: string, messages: readonly Message[]): Stretch {
  return { messages: MessageList.from(messages), from: after, to: messages[0]?.ts ?? after };
}
