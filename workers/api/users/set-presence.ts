import { z } from 'zod';
import { defineMethod } from '../method.ts';
import { ownSession } from '../own-session.ts';

/** https://docs.slack.dev/reference/methods/users.setPresence */
export const method = defineMethod({
  name: 'users.setPresence',
  summary: 'Sets the caller away by hand, or takes that back.',
  scopes: { user: ['users:write'], bot: ['users:write'] },
  tier: 2,
  input: z.object({
    presence: z
      .enum(['auto', 'away'], 'invalid_presence')
      .describe('`away`, or `auto`: active while the caller is at one of their devices.'),
  }),
  errors: ['invalid_presence'],
  handler: async ({ input, caller, env }) => {
    await ownSession({ env, caller }).setManualAway(input.presence === 'away');
    return {};
  },
});
