import { z } from 'zod';
import { unwrap } from '../../../../shared/errors.ts';
import { defineMethod } from '../../method.ts';
import { clientScopes, ownSession } from '../../own-session.ts';
import { sectionArgument, sectionEmoji, sectionName } from './section-arguments.ts';

export const method = defineMethod({
  name: 'edgeways.sections.update',
  summary: 'Renames or collapses a section of the sidebar. What is left out stays as it is.',
  scopes: clientScopes,
  tier: 3,
  input: z.object({
    section: sectionArgument,
    name: sectionName.optional().describe('Its new name, at most 80 characters.'),
    emoji: sectionEmoji
      .optional()
      .describe('The short name of an emoji to show with it, without colons; empty for none.'),
    is_collapsed: z.boolean().optional().describe('Whether only its name is shown.'),
  }),
  errors: ['section_not_found', 'built_in_section', 'invalid_name', 'too_long'],
  handler: async ({ input: { section: id, ...changes }, caller, env }) => {
    const { section } = unwrap(await ownSession({ env, caller }).changeSection(id, changes));
    return { section };
  },
});
