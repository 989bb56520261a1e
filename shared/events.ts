import { z } from 'zod';
import { ChannelId, WorkspaceId } from './ids.ts';
import { Bookmark } from './channel.ts';
import { Message, Reaction, ThreadSummary } from './message.ts';
import { Ts } from './timestamps.ts';

/**
 * What can happen in a channel. Each is one row of its log, and the same object reaches sockets, queues, apps and the
 * audit log. Names and shapes are those of Slack's Events API (https://api.slack.com/events); what is ours is said.
 */
const common = { channel: z.string(), event_ts: Ts };
const channelType = z.enum(['channel', 'group', 'im', 'mpim']);

/** A message was posted. `root` (ours) is the thread's new summary when the message is a reply. */
const MessagePosted = Message.extend({
  ...common,
  channel_type: channelType,
  root: ThreadSummary.optional(),
});

const MessageChanged = z.object({
  ...common,
  type: z.literal('message'),
  subtype: z.literal('message_changed'),
  hidden: z.literal(true),
  channel_type: channelType,
  /** The `ts` of this event, not of the message; Slack's. */
  ts: Ts,
  message: Message,
  previous_message: Message,
});

/**
 * A message is gone. Unlike Slack's, it does not repeat what the message said: a deleted text is readable nowhere.
 * `tombstone` (ours) is set when the message was the root of a thread that goes on: it stays, emptied.
 */
const MessageDeleted = z.object({
  ...common,
  type: z.literal('message'),
  subtype: z.literal('message_deleted'),
  hidden: z.literal(true),
  channel_type: channelType,
  ts: Ts,
  deleted_ts: Ts,
  /** The root of the deleted reply. */
  thread_ts: Ts.optional(),
  root: ThreadSummary.optional(),
  tombstone: Message.optional(),
  /** Who deleted it (ours). */
  actor: z.string(),
});

/** `thread_ts` (ours) is the root of the thread when the message is a reply that only its thread shows. */
const item = z.object({ type: z.literal('message'), channel: z.string(), ts: Ts, thread_ts: Ts.optional() });
/** `reactions` (ours) are all that the message has after this, so that applying the event twice changes nothing. */
const reaction = {
  ...common,
  user: z.string(),
  reaction: z.string(),
  item,
  item_user: z.string().optional(),
  reactions: z.array(Reaction),
};
const ReactionAdded = z.object({ type: z.literal('reaction_added'), ...reaction });
const ReactionRemoved = z.object({ type: z.literal('reaction_removed'), ...reaction });

const pin = { ...common, user: z.string(), item };
const PinAdded = z.object({ type: z.literal('pin_added'), ...pin });
const PinRemoved = z.object({ type: z.literal('pin_removed'), ...pin });

const membership = { ...common, user: z.string(), channel_type: channelType, team: z.string() };
const MemberJoined = z.object({
  type: z.literal('member_joined_channel'),
  ...membership,
  inviter: z.string().optional(),
});
/** `actor` (ours) is who removed the person, when it was somebody else. */
const MemberLeft = z.object({ type: z.literal('member_left_channel'), ...membership, actor: z.string().optional() });

const ChannelCreated = z.object({
  type: z.literal('channel_created'),
  ...common,
  name: z.string(),
  creator: z.string(),
  channel_type: channelType,
});
/** Slack nests the channel here; ours keeps `channel` an id in every event and names the new name beside it. */
const ChannelRenamed = z.object({
  type: z.literal('channel_rename'),
  ...common,
  name: z.string(),
  old_name: z.string(),
  user: z.string(),
});
const ChannelArchived = z.object({ type: z.literal('channel_archive'), ...common, user: z.string() });
const ChannelUnarchived = z.object({ type: z.literal('channel_unarchive'), ...common, user: z.string() });

/** Ours: the links at the top of the channel are now these. */
const BookmarksChanged = z.object({
  type: z.literal('bookmarks_changed'),
  ...common,
  user: z.string(),
  bookmarks: z.array(Bookmark),
});

/** Ours: messages with old timestamps were added by an import; what a reader holds of the channel is to be read again. */
const HistoryImported = z.object({
  type: z.literal('history_imported'),
  ...common,
  count: z.number().int(),
  oldest: Ts,
  latest: Ts,
});

export const ChannelEvent = z.union([
  // The two with a literal subtype first: a plain message takes any subtype.
  MessageChanged,
  MessageDeleted,
  MessagePosted,
  ReactionAdded,
  ReactionRemoved,
  PinAdded,
  PinRemoved,
  MemberJoined,
  MemberLeft,
  ChannelCreated,
  ChannelRenamed,
  ChannelArchived,
  ChannelUnarchived,
  BookmarksChanged,
  HistoryImported,
]);
export type ChannelEvent = z.infer<typeof ChannelEvent>;
export type MessagePosted = z.infer<typeof MessagePosted>;
export type MessageChanged = z.infer<typeof MessageChanged>;
export type MessageDeleted = z.infer<typeof MessageDeleted>;

/**
 * What sockets that do not watch a thread get in the place of an event about one of its replies: the root's new summary,
 * where that changed, and not the reply's words. It has the number of the event that it stands for. A client that shows
 * the thread all the same loads it again. `user` and `client_msg_id` are those of a posted reply: its acknowledgement.
 */
export const ThreadChanged = z.object({
  type: z.literal('thread_changed'),
  ...common,
  thread_ts: Ts,
  root: ThreadSummary.optional(),
  user: z.string().optional(),
  client_msg_id: z.string().optional(),
});
export type ThreadChanged = z.infer<typeof ThreadChanged>;

/** The kinds, as the log's `kind` column has them. */
export type EventKind = 'message' | 'message_changed' | 'message_deleted' | Exclude<ChannelEvent['type'], 'message'>;

export function isChanged(event: ChannelEvent | ThreadChanged): event is MessageChanged {
  return event.type === 'message' && event.subtype === 'message_changed';
}
export function isDeleted(event: ChannelEvent | ThreadChanged): event is MessageDeleted {
  return event.type === 'message' && event.subtype === 'message_deleted';
}
export function isPosted(event: ChannelEvent | ThreadChanged): event is MessagePosted {
  return event.type === 'message' && event.subtype !== 'message_changed' && event.subtype !== 'message_deleted';
}

/** Whether this is the line in the history by which a channel tells of its new topic or purpose: it has no event besides. */
export function isDescription(subtype: string | undefined): boolean {
  return /_(topic|purpose)$/.test(subtype ?? '');
}

export function kindOf(event: ChannelEvent): EventKind {
  if (event.type !== 'message') return event.type;
  if (isChanged(event)) return 'message_changed';
  return isDeleted(event) ? 'message_deleted' : 'message';
}

/**
 * One row of a channel's log on its way to a consumer of a queue; (workspace, channel, seq) is its identity. An event too
 * large for a queue's message (128 KB) stays behind: the consumer asks the channel for it (`ChannelObject.logged`).
 */
export const LogEnvelope = z.object({
  workspace: WorkspaceId,
  channel: ChannelId,
  seq: z.number().int().positive(),
  event: ChannelEvent.optional(),
});
