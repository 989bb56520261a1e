import { isChanged, isDeleted, isPosted, type MessageDeleted } from '../../shared/events.ts';
import type { Message } from '../../shared/message.ts';
import type { WireEvent } from '../../shared/protocol/channel-socket.ts';
import { messageOf, withPin, withReactions, withThreadSummary } from './message-changes.ts';
import type { MessageList } from './message-list.ts';

/**
 * A list of messages after an event. `admits` says whether a message that is not in the list has its place there: a list
 * is a stretch of the channel, or a thread.
 *
 * Every change sets what an event says rather than adding to it, so that a run of events may be applied to a list which
 * has some of them in it already (a page that was loaded meanwhile) and still ends as the last of them says.
 */
export function reduceMessages(
  list: MessageList,
  event: WireEvent,
  admits: (message: Message) => boolean,
): MessageList {
  if (event.type === 'thread_changed') {
    const { root: summary } = event;
    return summary ? change(list, event.thread_ts, (root) => withThreadSummary(root, summary)) : list;
  }
  if (isPosted(event)) {
    const message = messageOf(event);
    const { root: summary, thread_ts: rootTs } = event;
    // One that is there already is as new as this or newer.
    const grown = !list.has(message.ts) && admits(message) ? list.with(message) : list;
    return summary ? change(grown, rootTs, (root) => withThreadSummary(root, summary)) : grown;
  }
  if (isChanged(event)) return change(list, event.message.ts, () => event.message);
  if (isDeleted(event)) return withoutDeleted(list, event, admits);
  switch (event.type) {
    case 'reaction_added':
    case 'reaction_removed':
      return change(list, event.item.ts, (message) => withReactions(message, event.reactions));
    case 'pin_added':
    case 'pin_removed':
      return change(list, event.item.ts, (message) => withPin(message, event));
    default:
      return list;
  }
}

function change(list: MessageList, ts: string | undefined, to: (message: Message) => Message): MessageList {
  const message = ts === undefined ? undefined : list.get(ts);
  return message === undefined ? list : list.with(to(message));
}

function withoutDeleted(list: MessageList, event: MessageDeleted, admits: (message: Message) => boolean): MessageList {
  const { deleted_ts: ts, root, tombstone } = event;
  if (tombstone === undefined) {
    const rest = list.without(ts);
    return root ? change(rest, event.thread_ts, (message) => withThreadSummary(message, root)) : rest;
  }
  // In a resumed log the deletion stands where the message was posted, so the tombstone may be the first we hear of it.
  const emptied = list.has(ts) || admits(tombstone) ? list.with(tombstone) : list;
  let orphaned = emptied;
  for (const reply of emptied) {
    if (reply.thread_ts === ts && reply.ts !== ts && tombstone.user !== undefined)
      orphaned = orphaned.with({ ...reply, parent_user_id: tombstone.user });
  }
  return orphaned;
}
