import { z } from 'zod';
import { ChannelId } from './ids.ts';
import { Ts } from './timestamps.ts';

/** How many messages a person may have saved and not done. */
export const maxSaved = 1000;

/** A message that a person keeps for later. */
export const SavedMessage = z.object({
  channel: ChannelId,
  ts: Ts,
  thread_ts: Ts.optional(),
  /** When the person is to be reminded of it, in seconds since 1970. */
  due: z.number().int().nullable(),
});
export type SavedMessage = z.infer<typeof SavedMessage>;
