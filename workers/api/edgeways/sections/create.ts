import { z } from 'zod';
import { unwrap } from '../../../../shared/errors.ts';
import { defineMethod } from '../../method.ts';
import { clientScopes, ownSession } from '../../own-session.ts';
import { sectionEmoji, sectionName } from './section-arguments.ts';

export const method = defineMethod({
  name: 'edgeways.sections.create',
  summary: "Adds a section to the caller's sidebar.",
  scopes: clientScopes,
  tier: 2,
  input: z.object({
    name: sectionName.describe('Its name, at most 80 characters.'),
    emoji: sectionEmoji.default('').describe('The short name of an emoji to show with it, without colons.'),
  }),
  errors: ['invalid_name', 'too_long', 'too_many_sections'],
  handler: async ({ input, caller, env }) => {
    const { section } = unwrap(await ownSession({ env, caller }).createSection(input));
    return { section };
  },
});
