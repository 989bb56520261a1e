import { z } from 'zod';
import { Bookmark, ChannelInfo } from '../channel.ts';
import { ErrorCodeSchema } from '../error-code.ts';
import { ChannelEvent, ThreadChanged } from '../events.ts';
import { Message } from '../message.ts';
import { Ts } from '../timestamps.ts';
import { maxFramesAtOnce, ProtocolError } from './sockets.ts';

/**
 * The socket to one channel, open while a client shows it: `GET /sockets/channels/<id>?ticket=…&protocol=1`, with
 * `&epoch=…&seq=…` to resume and `&threads=<ts>,<ts>` for the threads that it shows. The first frame is `hello`; after it,
 * `events` in the order of the log.
 */

/** Made by the client, a UUID as a rule; a person's second message with the same id is taken for the first. */
export const ClientMessageId = z.string().regex(/^[\x21-\x7e]{1,64}$/);

/** Sends a message. The `message` event that carries the same `client_msg_id` and user is its acknowledgement. */
const Send = z.strictObject({
  type: z.literal('send'),
  client_msg_id: ClientMessageId,
  text: z.string(),
  blocks: Message.shape.blocks,
  thread_ts: Ts.optional(),
  /** Whether a reply is shown in the channel too. */
  reply_broadcast: z.boolean().optional(),
});
export type SendFrame = z.infer<typeof Send>;

/** The person is writing, here or in the thread. Said at most every `typingInterval`; nothing is stored. */
const Typing = z.strictObject({ type: z.literal('typing'), thread_ts: Ts.optional() });

/** How many threads one client shows at once. */
export const maxWatchedThreads = 50;

/** The threads that the client shows from now on, all of them: it gets their replies. */
const Watch = z.strictObject({ type: z.literal('watch'), threads: z.array(Ts).max(maxWatchedThreads) });

export const ChannelClientFrame = z.discriminatedUnion('type', [Send, Typing, Watch]);
export type ChannelClientFrame = z.infer<typeof ChannelClientFrame>;

/** What a client has to say at once it may say in one text: an array of frames, taken in their order. */
export const ChannelClientFrames = z.array(ChannelClientFrame).min(1).max(maxFramesAtOnce);

/** A client says that its person is typing this often at most; whoever hears it forgets it after `typingTimeout`. Milliseconds. */
export const typingInterval = 3_000;
export const typingTimeout = 5_000;

/**
 * Opens the conversation. With `resumed`, what was missed follows as `events`. Without, `snapshot` is the channel as it
 * stood at `seq`, and what the client held of it is to be thrown away.
 */
const Hello = z.object({
  type: z.literal('hello'),
  protocol: z.number().int(),
  epoch: z.string(),
  /** The newest event that the snapshot contains, or that the resume will bring. */
  seq: z.number().int(),
  resumed: z.boolean(),
  snapshot: z
    .object({
      channel: ChannelInfo,
      is_member: z.boolean(),
      last_read: Ts,
      /** The newest page, oldest first. */
      messages: z.array(Message),
      has_more: z.boolean(),
      bookmarks: z.array(Bookmark),
    })
    .optional(),
});

/** An event as it stands in the log, or what stands for one about a thread that the client does not watch. */
export const WireEvent = z.union([ThreadChanged, ChannelEvent]);
export type WireEvent = z.infer<typeof WireEvent>;

/** `events[i]` has the sequence number `seq + i`. */
const Events = z.object({ type: z.literal('events'), seq: z.number().int(), events: z.array(WireEvent) });

/** Somebody else is writing. */
const SomebodyTyping = z.object({ type: z.literal('typing'), user: z.string(), thread_ts: Ts.optional() });

/** A message that only this person sees, and only now: it is stored nowhere. */
const Ephemeral = z.object({ type: z.literal('ephemeral'), message: Message });

/** Answers a repeated send, whose event went by before. */
const Ack = z.object({ type: z.literal('ack'), client_msg_id: z.string(), ts: Ts });

/** The message was not accepted and never will be in this form; except `ratelimited`, which says when to try again. */
const Refused = z.object({
  type: z.literal('refused'),
  client_msg_id: z.string(),
  error: ErrorCodeSchema,
  /** Seconds. */
  retry_after: z.number().optional(),
});

export const ChannelServerFrame = z.discriminatedUnion('type', [
  Hello,
  Events,
  Ack,
  Refused,
  SomebodyTyping,
  Ephemeral,
  ProtocolError,
]);
export type ChannelServerFrame = z.infer<typeof ChannelServerFrame>;
export type HelloFrame = z.infer<typeof Hello>;
export type ChannelSnapshot = NonNullable<HelloFrame['snapshot']>;
