import type { ChannelEvent, MessagePosted } from '../shared/events.ts';
import { maxNamedReactors, type Message, type ThreadSummary } from '../shared/message.ts';

/** The message as history has it, without what only its event carries. */
export function messageOf(event: MessagePosted): Message {
  const { channel: _channel, event_ts: _eventTs, channel_type: _channelType, root: _root, ...message } = event;
  return message;
}

/** Whether it stands in the channel's list: everything but replies, and of these the ones sent to the channel too. */
export function isInChannel(message: Message): boolean {
  return message.thread_ts === undefined || message.thread_ts === message.ts || message.subtype === 'thread_broadcast';
}

type ReactionEvent = Extract<ChannelEvent, { type: 'reaction_added' | 'reaction_removed' }>;

export function withReaction(message: Message, event: ReactionEvent): Message {
  const reactions = message.reactions ?? [];
  const at = reactions.findIndex((reaction) => reaction.name === event.reaction);
  const before = reactions[at] ?? { name: event.reaction, users: [], count: 0 };
  const isThere = before.users.includes(event.user);
  if (event.type === 'reaction_added') {
    if (isThere) return message;
    const users = before.users.length < maxNamedReactors ? [...before.users, event.user] : before.users;
    const after = { ...before, users, count: before.count + 1 };
    return { ...message, reactions: at < 0 ? [...reactions, after] : reactions.with(at, after) };
  }
  // Of a crowd not everybody is named; then somebody unnamed may have been the one.
  if (!isThere && before.count <= before.users.length) return message;
  const after = { ...before, users: before.users.filter((user) => user !== event.user), count: before.count - 1 };
  if (after.count > 0) return { ...message, reactions: reactions.with(at, after) };
  const { reactions: _reactions, ...rest } = message;
  return reactions.length > 1 ? { ...message, reactions: reactions.toSpliced(at, 1) } : rest;
}

type PinEvent = Extract<ChannelEvent, { type: 'pin_added' | 'pin_removed' }>;

export function withPin(message: Message, event: PinEvent): Message {
  if (event.type === 'pin_added') return { ...message, pinned_to: [event.channel] };
  const { pinned_to: _pinnedTo, ...rest } = message;
  return rest;
}

/** A root with what is now known of its replies; without replies it is no root. */
export function withThreadSummary(message: Message, summary: ThreadSummary): Message {
  const {
    thread_ts: _threadTs,
    reply_count: _replyCount,
    reply_users_count: _replyUsersCount,
    reply_users: _replyUsers,
    latest_reply: _latestReply,
    ...rest
  } = message;
  return summary.reply_count === 0 ? rest : { ...rest, thread_ts: message.ts, ...summary };
}
