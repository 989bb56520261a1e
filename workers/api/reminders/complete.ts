import { z } from 'zod';
import { unwrap } from '../../../shared/errors.ts';
import { defineMethod } from '../method.ts';
import { ownSession } from '../own-session.ts';
import { reminderArgument, writeScopes } from './reminder-arguments.ts';

/** https://docs.slack.dev/reference/methods/reminders.complete */
export const method = defineMethod({
  name: 'reminders.complete',
  summary: 'Marks a reminder as complete.',
  scopes: writeScopes,
  tier: 2,
  input: z.object({ reminder: reminderArgument }),
  errors: ['not_found', 'cannot_complete_recurring'],
  handler: async ({ input, caller, env }) => {
    unwrap(await ownSession({ env, caller }).completeReminder(input.reminder));
    return {};
  },
});
