import { messageKey } from '../../../client/channel/channel-selectors.ts';
import type { PendingMessage } from '../../../client/channel/channel-state.ts';
import type { ApiErrorCode } from '../../../client/api/api-error.ts';
import type { Message } from '../../../shared/message.ts';
import { microsToTs, tsToMicros } from '../../../shared/timestamps.ts';
import type { ListedMessage } from './rows.ts';

/** The same message gives the same entry again, so that rows that did not change do not render again. */
const sent = new WeakMap<Message, ListedMessage>();
const unsent = new WeakMap<PendingMessage, ListedMessage>();

/** Messages as the list takes them: those of the channel, then our own that are on their way. */
export function listMessages(
  messages: readonly Message[],
  pending: readonly PendingMessage[],
  self: string,
  sentenceOf: (code: ApiErrorCode) => string,
): readonly ListedMessage[] {
  const listed = messages.map((message) => {
    let entry = sent.get(message);
    if (!entry)
      sent.set(
        message,
        (entry = { key: messageKey(message, self), message, at: tsToMicros(message.ts), delivery: 'sent' }),
      );
    return entry;
  });
  for (const message of pending) {
    let entry = unsent.get(message);
    if (!entry) unsent.set(message, (entry = listPending(message, self, messageKey(message, self), sentenceOf)));
    listed.push(entry);
  }
  return listed;
}

const passing = new WeakMap<Message, ListedMessage>();

/** With messages that only this person sees, each where it came in. */
export function withPassing(listed: readonly ListedMessage[], ephemeral: readonly Message[]): readonly ListedMessage[] {
  if (ephemeral.length === 0) return listed;
  const all = [...listed];
  for (const message of ephemeral) {
    let entry = passing.get(message);
    if (!entry) {
      entry = { key: `ephemeral-${message.ts}`, message, at: tsToMicros(message.ts), delivery: 'ephemeral' };
      passing.set(message, entry);
    }
    const { at } = entry;
    const place = all.findLastIndex((item) => item.at <= at);
    all.splice(place + 1, 0, entry);
  }
  return all;
}

function listPending(
  pending: PendingMessage,
  self: string,
  key: string,
  sentenceOf: (code: ApiErrorCode) => string,
): ListedMessage {
  const at = pending.createdAt * 1000;
  const message: Message = {
    type: 'message',
    user: self,
    text: pending.text,
    // By this device's clock, to show a time; the server will say the real one.
    ts: microsToTs(at),
    client_msg_id: pending.id,
    ...(pending.threadTs !== undefined && { thread_ts: pending.threadTs }),
  };
  if (pending.status !== 'failed') return { key, message, at, delivery: 'waiting' };
  return {
    key,
    message,
    at,
    delivery: 'failed',
    ...(pending.error !== undefined && { failure: sentenceOf(pending.error) }),
  };
}
