import { z } from 'zod';
import { unwrap } from '../../../shared/errors.ts';
import { defineMethod } from '../method.ts';
import { ownSession } from '../own-session.ts';
import { readScopes, reminderArgument } from './reminder-arguments.ts';

/** https://docs.slack.dev/reference/methods/reminders.info */
export const method = defineMethod({
  name: 'reminders.info',
  summary: 'Describes a reminder.',
  scopes: readScopes,
  tier: 2,
  input: z.object({ reminder: reminderArgument }),
  errors: ['not_found'],
  handler: async ({ input, caller, env }) => {
    const session = ownSession({ env, caller });
    const { reminder } = unwrap(await session.reminder(input.reminder));
    return { reminder };
  },
});
