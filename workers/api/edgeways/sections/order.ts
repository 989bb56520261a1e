import { z } from 'zod';
import { unwrap } from '../../../../shared/errors.ts';
import { defineMethod } from '../../method.ts';
import { clientScopes, ownSession } from '../../own-session.ts';

export const method = defineMethod({
  name: 'edgeways.sections.order',
  summary: 'Puts the sections of the sidebar into an order. One that is not named stays behind its neighbour.',
  scopes: clientScopes,
  tier: 3,
  input: z.object({
    sections: z.array(z.string()).max(100).describe('Ids of the sections in their order, separated by commas.'),
  }),
  errors: ['section_not_found'],
  handler: async ({ input, caller, env }) => {
    unwrap(await ownSession({ env, caller }).orderSections(input.sections));
    return {};
  },
});
