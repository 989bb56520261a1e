import { isChanged, isDeleted, type ChannelEvent, type ThreadChanged } from '../../../shared/events.ts';
import type { Message } from '../../../shared/message.ts';

/**
 * What an event is to those who do not watch its thread; null when everybody gets it whole. A deletion has no words that
 * could be spared, and says whether the channel shows one message less.
 */
export function lightFormOf(event: ChannelEvent): ThreadChanged | null {
  switch (event.type) {
    case 'message': {
      if (isDeleted(event)) return null;
      if (isChanged(event)) return lightForm(event, threadAlone(event.message));
      const light = lightForm(event, threadAlone(event));
      return light && { ...light, ...pick(event, 'root'), ...pick(event, 'user'), ...pick(event, 'client_msg_id') };
    }
    case 'reaction_added':
    case 'reaction_removed':
    case 'pin_added':
    case 'pin_removed':
      return lightForm(event, event.item.thread_ts);
    default:
      return null;
  }
}

function lightForm({ channel, event_ts }: ChannelEvent, thread: string | undefined): ThreadChanged | null {
  return thread === undefined ? null : { type: 'thread_changed', channel, event_ts, thread_ts: thread };
}

/** The root of the only place that shows the message, when that is a thread. */
function threadAlone({ ts, thread_ts, subtype }: Message): string | undefined {
  return thread_ts === ts || subtype === 'thread_broadcast' ? undefined : thread_ts;
}

function pick<T extends object, K extends keyof T>(from: T, key: K): Partial<Pick<T, K>> {
  const picked: Partial<Pick<T, K>> = {};
  if (from[key] !== undefined) picked[key] = from[key];
  return picked;
}
