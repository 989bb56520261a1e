import { z } from 'zod';
import { unwrap } from '../../../shared/errors.ts';
import { defineMethod } from '../method.ts';
import { ownSession } from '../own-session.ts';
import { reminderArgument, writeScopes } from './reminder-arguments.ts';

/** https://docs.slack.dev/reference/methods/reminders.delete */
export const method = defineMethod({
  name: 'reminders.delete',
  summary: 'Deletes a reminder.',
  scopes: writeScopes,
  tier: 2,
  input: z.object({ reminder: reminderArgument }),
  errors: ['not_found'],
  handler: async ({ input, caller, env }) => {
    unwrap(await ownSession({ env, caller }).deleteReminder(input.reminder));
    return {};
  },
});
