import { z } from 'zod';
import { Bookmark } from '../../shared/channel.ts';
import { ErrorCodeSchema } from '../../shared/error-code.ts';
import { Message } from '../../shared/message.ts';
import { Ts } from '../../shared/timestamps.ts';
import { paged } from './answers.ts';

/** What the methods about single messages and a channel's links answer. */

export const ReactionsAnswer = z.object({ type: z.literal('message'), channel: z.string(), message: Message });
export const ReactedItemsAnswer = z.object({ items: z.array(ReactionsAnswer), ...paged });

/** `created` in seconds since 1970. */
export const PinsAnswer = z.object({
  items: z.array(z.looseObject({ created: z.number(), created_by: z.string(), message: Message })),
});
export type PinnedItem = z.infer<typeof PinsAnswer>['items'][number];

export const BookmarkAnswer = z.object({ bookmark: Bookmark });
export const BookmarksAnswer = z.object({ bookmarks: z.array(Bookmark) });

export const EphemeralAnswer = z.object({ message_ts: Ts });
/** `post_at` in seconds since 1970. */
export const ScheduledAnswer = z.object({
  channel: z.string(),
  scheduled_message_id: z.string(),
  post_at: z.number(),
});

/** A message that is to be posted later. Times in seconds since 1970; `error` says why it could not be. */
export const ScheduledMessage = z.object({
  id: z.string(),
  channel: z.string(),
  thread_ts: Ts.optional(),
  text: z.string(),
  blocks: Message.shape.blocks,
  post_at: z.number(),
  created: z.number(),
  error: ErrorCodeSchema.nullable(),
});
export type ScheduledMessage = z.infer<typeof ScheduledMessage>;
export const OwnScheduledAnswer = z.object({ scheduled: z.array(ScheduledMessage) });
export const ScheduledListAnswer = z.object({
  scheduled_messages: z.array(
    z.looseObject({
      id: z.string(),
      channel_id: z.string(),
      post_at: z.number(),
      date_created: z.number(),
      text: z.string().optional(),
    }),
  ),
  ...paged,
});
