import { z } from 'zod';
import { ChannelId } from './ids.ts';
import { Ts } from './timestamps.ts';

/**
 * A thread that a person follows, as the channel last described it to their session. People follow what they began,
 * answered or were called into, until they say otherwise.
 */
export const FollowedThread = z.object({
  channel: ChannelId,
  /** The root's. */
  thread_ts: Ts,
  /** The newest reply that the person has read; the root's `ts` when none. */
  last_read: Ts,
  /** Whether a reply of somebody else is newer. */
  has_unread: z.boolean(),
  /** Unread replies that call the person. */
  mention_count: z.number().int(),
  /** As of when this was said: somebody who knows of an unread reply is not told of the next. */
  latest_reply: Ts,
});
export type FollowedThread = z.infer<typeof FollowedThread>;
