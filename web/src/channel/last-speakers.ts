import type { Message } from '../../../shared/message.ts';
import { isSystemMessage, isTombstone } from '../message/kinds.ts';

export const mostFaces = 3;
/** How far back it is looked. */
const mostMessages = 60;

const known = new WeakMap<readonly Message[], readonly string[]>();

/** Who spoke last in a channel, the latest first: whose faces stand for its members. The same array for the same messages. */
export function lastSpeakers(messages: readonly Message[]): readonly string[] {
  let speakers = known.get(messages);
  if (!speakers) {
    const found = new Set<string>();
    for (const message of messages.slice(-mostMessages).toReversed()) {
      if (found.size === mostFaces) break;
      if (
        message.user !== undefined &&
        message.bot_id === undefined &&
        !isSystemMessage(message) &&
        !isTombstone(message)
      )
        found.add(message.user);
    }
    known.set(messages, (speakers = [...found]));
  }
  return speakers;
}
