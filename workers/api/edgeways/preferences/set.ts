import { z } from 'zod';
import { maxKeywordLength, maxKeywords, Preferences } from '../../../../shared/preferences.ts';
import { defineMethod } from '../../method.ts';
import { clientScopes, ownSession } from '../../own-session.ts';

/** As people write them: in any case, with spaces around, twice. */
const Keywords = z
  .array(z.string().trim().toLowerCase().min(1).max(maxKeywordLength))
  .transform((words) => [...new Set(words)])
  .refine((words) => words.length <= maxKeywords);

export const method = defineMethod({
  name: 'edgeways.preferences.set',
  summary: 'Changes settings of the caller, the same on all of their devices. What is left out stays as it is.',
  scopes: clientScopes,
  tier: 3,
  input: z.object({
    preferences: Preferences.partial()
      .extend({ keywords: Keywords.optional() })
      .describe('The settings and their new values: `notify`, `keywords`, `skin_tone`, `unread_only`.'),
  }),
  errors: [],
  handler: async ({ input, caller, env }) => ({
    preferences: await ownSession({ env, caller }).setPreferences(input.preferences),
  }),
});
