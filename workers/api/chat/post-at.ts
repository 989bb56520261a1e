import { z } from 'zod';

/** When to post: seconds since 1970, as a number or in digits. Refuses with `invalid_time`. */
export const postAtArgument = z
  .union([z.int(), z.string().regex(/^\d{1,11}$/, 'invalid_time')], 'invalid_time')
  .transform(Number)
  .describe('When to post it, in seconds since 1970; at most 120 days ahead.');

export const postAtErrors = ['invalid_time', 'time_in_past', 'time_too_far', 'restricted_too_many'] as const;
