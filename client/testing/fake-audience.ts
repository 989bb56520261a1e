import { isChanged, isDeleted, type ChannelEvent } from '../../shared/events.ts';
import type { WireEvent } from '../../shared/protocol/channel-socket.ts';

/** The event as a socket gets it that watches these threads: of others' replies only that there is something new. */
export function asHeard(event: ChannelEvent, watched: ReadonlySet<string>): WireEvent {
  const thread = threadAlone(event);
  if (thread === undefined || watched.has(thread)) return event;
  const { channel, event_ts } = event;
  const posted = event.type === 'message' && !isChanged(event) && !isDeleted(event) ? event : undefined;
  return {
    type: 'thread_changed',
    channel,
    event_ts,
    thread_ts: thread,
    ...(posted?.root && { root: posted.root }),
    ...(posted?.user && { user: posted.user }),
    ...(posted?.client_msg_id && { client_msg_id: posted.client_msg_id }),
  };
}

/** The root of the only place that shows what the event is about, when that is a thread. Deletions go to everybody. */
function threadAlone(event: ChannelEvent): string | undefined {
  switch (event.type) {
    case 'message': {
      if (isDeleted(event)) return undefined;
      const { ts, thread_ts, subtype } = isChanged(event) ? event.message : event;
      return thread_ts === ts || subtype === 'thread_broadcast' ? undefined : thread_ts;
    }
    case 'reaction_added':
    case 'reaction_removed':
    case 'pin_added':
    case 'pin_removed':
      return event.item.thread_ts;
    default:
      return undefined;
  }
}
