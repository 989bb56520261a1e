import { z } from 'zod';
import { unwrap } from '../../../../shared/errors.ts';
import { defineMethod } from '../../method.ts';
import { clientScopes, ownSession } from '../../own-session.ts';
import { sectionArgument } from './section-arguments.ts';

export const method = defineMethod({
  name: 'edgeways.sections.remove',
  summary: 'Removes a section of the sidebar; its channels go back to where they were before there was one.',
  scopes: clientScopes,
  tier: 2,
  input: z.object({ section: sectionArgument }),
  errors: ['section_not_found', 'built_in_section'],
  handler: async ({ input, caller, env }) => {
    unwrap(await ownSession({ env, caller }).removeSection(input.section));
    return {};
  },
});
