import { z } from 'zod';
import { Ts } from './timestamps.ts';

/**
 * What a person is told of beside unread marks. `mention`: by name; `everybody`: @channel, @here, @everyone; `group`: a
 * user group; `keyword`: a word that they watch for; `reply`: the first unread reply in a thread that they follow;
 * `reaction`: to a message of theirs, one line for all of them; `reminder`: one that is due; `unscheduled`: a scheduled message that could not be
 * sent.
 */
export const ActivityKind = z.enum([
  'mention',
  'everybody',
  'group',
  'keyword',
  'reply',
  'reaction',
  'reminder',
  'unscheduled',
]);
export type ActivityKind = z.infer<typeof ActivityKind>;

/** One line of the activity view. It never holds what a message says: that is read from its channel when it is shown. */
export const ActivityItem = z.object({
  /** The same for the same thing told twice. */
  id: z.string(),
  kind: ActivityKind,
  /** Absent for a reminder that is about no message. */
  channel: z.string().optional(),
  /** The message. */
  ts: Ts.optional(),
  thread_ts: Ts.optional(),
  /** A reply that the channel shows too. */
  in_channel: z.literal(true).optional(),
  /** Who did it. */
  user: z.string().optional(),
  /** The reaction's name, without colons. */
  emoji: z.string().optional(),
  /** The person's own words: a reminder's text, or an error code for `unscheduled`. */
  text: z.string().optional(),
  /** When, in milliseconds since 1970. */
  at: z.number().int(),
});
export type ActivityItem = z.infer<typeof ActivityItem>;
