import { z } from 'zod';
import { ChannelId } from './ids.ts';
import { maxTextLength } from './message.ts';
import { Ts } from './timestamps.ts';

/** What a person has written and not sent, in one composer. An empty text: there is none any more. */
export const Draft = z.object({
  channel: ChannelId,
  /** The thread's root, for what was written in its pane. */
  thread_ts: Ts.optional(),
  text: z.string().max(maxTextLength),
  /** When it was written, by the device's clock, in milliseconds: of two the later is kept. */
  updated: z.number().int(),
});
export type Draft = z.infer<typeof Draft>;
