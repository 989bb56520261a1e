import { z } from 'zod';
import { unwrap } from '../../../shared/errors.ts';
import { defineMethod } from '../method.ts';
import { ownSession } from '../own-session.ts';
import { snoozeFields } from './snooze-fields.ts';

/** https://docs.slack.dev/reference/methods/dnd.setSnooze */
export const method = defineMethod({
  name: 'dnd.setSnooze',
  summary: "Pauses the caller's notifications from now on, or changes for how long.",
  scopes: { user: ['dnd:write'] },
  tier: 2,
  input: z.object({
    num_minutes: z
      .int('missing_duration')
      .min(1, 'missing_duration')
      .describe('For how many minutes, from now; at most 43,200, which is thirty days.'),
  }),
  errors: ['missing_duration', 'too_long'],
  handler: async ({ input, caller, env, now }) => {
    const { dnd } = unwrap(await ownSession({ env, caller }).snooze(input.num_minutes));
    return snoozeFields(dnd, now);
  },
});
