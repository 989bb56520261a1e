import type { ChannelEvent, MessagePosted } from '../../shared/events.ts';
import type { Message, ThreadSummary } from '../../shared/message.ts';

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

export function withReactions(message: Message, reactions: ReactionEvent['reactions']): Message {
  if (reactions.length > 0) return { ...message, reactions };
  const { reactions: _reactions, ...rest } = message;
  return rest;
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
