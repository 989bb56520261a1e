import { z } from 'zod';
import { unwrap } from '../../../../shared/errors.ts';
import { defineMethod } from '../../method.ts';
import { ownSession } from '../../own-session.ts';
import { messageArguments, writeSavedScopes } from './saved-arguments.ts';

export const method = defineMethod({
  name: 'edgeways.saved.remove',
  summary: 'Takes a message off what the caller has saved.',
  scopes: writeSavedScopes,
  tier: 3,
  input: z.object(messageArguments),
  errors: ['not_starred', 'invalid_timestamp'],
  handler: async ({ input, caller, env }) => {
    unwrap(await ownSession({ env, caller }).unsave(input.channel, input.ts));
    return {};
  },
});
