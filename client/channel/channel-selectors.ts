import { isMembershipLine, type Message } from '../../shared/message.ts';
import { compareTs } from '../../shared/timestamps.ts';
import type { ChannelState, PendingMessage } from './channel-state.ts';
import type { MessageList } from './message-list.ts';
import { withUnconfirmed } from './shown-message.ts';

/** What to show of the channel, oldest first, with what is not yet confirmed. The same array until it changes. */
export function visibleMessages(state: ChannelState): readonly Message[] {
  return withChanges(state.messages, state);
}

/** An opened thread in the same way: the root, unless it is gone, and its replies. Null until it is loaded. */
export function visibleThread(state: ChannelState, rootTs: string): readonly Message[] | null {
  const thread = state.threads.get(rootTs);
  return thread === undefined ? null : withChanges(thread, state);
}

/** A message that is held anywhere, as it is shown: in the shown stretch, the parked one, or a thread. */
export function findMessage(state: ChannelState, ts: string): Message | undefined {
  const message = heldMessage(state, ts);
  return message && withUnconfirmed(message, state);
}

/** A message that is held anywhere, as the server last said. */
export function heldMessage(state: ChannelState, ts: string): Message | undefined {
  const found = state.messages.get(ts) ?? state.parked?.messages.get(ts);
  if (found !== undefined) return found;
  for (const thread of state.threads.values()) {
    const message = thread.get(ts);
    if (message !== undefined) return message;
  }
  return undefined;
}

/** Our unsent messages of the channel's list (without `threadTs`) or of a thread, in order. */
export function pendingMessages(state: ChannelState, threadTs?: string): readonly PendingMessage[] {
  return state.pending.filter((message) => message.threadTs === threadTs);
}

/** The messages known to be pinned, oldest first. */
export function pinnedMessages(state: ChannelState): readonly Message[] {
  const held = state.parked ? state.messages.merge(state.parked.messages) : state.messages;
  return withChanges(held, state).filter((message) => message.pinned_to !== undefined && message.pinned_to.length > 0);
}

/** Whether something to read of somebody else's is newer than the read cursor; null when the live end is not held. */
export function hasUnread({ messages, hasNewer, parked, epoch, lastRead, self }: ChannelState): boolean | null {
  const live = hasNewer ? parked?.messages : messages;
  if (live === undefined || epoch === null) return null;
  for (let index = live.length - 1; index >= 0; index -= 1) {
    const message = live.at(index);
    if (message === undefined || compareTs(message.ts, lastRead) <= 0) return false;
    if (message.user !== self && !isMembershipLine(message)) return true;
  }
  return false;
}

/** The newest message of the channel's list; null when there is none or the live end is not held. */
export function newestTs({ messages, hasNewer, parked }: ChannelState): string | null {
  return (hasNewer ? parked?.messages : messages)?.last?.ts ?? null;
}

/** A key for lists that stays the same when one of our pending messages becomes a real one. */
export function messageKey(message: Message | PendingMessage, self: string): string {
  if (!('ts' in message)) return message.id;
  // Other people choose their own ids, which need not differ from each other.
  return message.user === self ? (message.client_msg_id ?? message.ts) : message.ts;
}

type Unconfirmed = Pick<ChannelState, 'overlays' | 'marks'>;
/** The last answer for each list: stores ask again at every render. */
const changed = new WeakMap<MessageList, Unconfirmed & { shown: readonly Message[] }>();

function withChanges(list: MessageList, state: ChannelState): readonly Message[] {
  const { overlays, marks } = state;
  if (overlays.size === 0 && marks.size === 0) return list.toArray();
  const last = changed.get(list);
  if (last?.overlays === overlays && last.marks === marks) return last.shown;
  const shown = list.toArray().flatMap((message) => withUnconfirmed(message, state) ?? []);
  changed.set(list, { overlays, marks, shown });
  return shown;
}
