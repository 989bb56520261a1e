import { z } from 'zod';
import { defineMethod } from '../../method.ts';
import { clientScopes, ownSession } from '../../own-session.ts';

export const method = defineMethod({
  name: 'edgeways.activity.mark',
  summary: 'Sets up to when the caller has looked at their activity; never backwards.',
  scopes: clientScopes,
  tier: 4,
  input: z.object({ at: z.int().min(0).describe('`at` of the newest line that was seen, in milliseconds.') }),
  errors: [],
  handler: async ({ input, caller, env }) => {
    await ownSession({ env, caller }).markActivity(input.at);
    return {};
  },
});
