import { z } from 'zod';
import { unwrap } from '../../../../shared/errors.ts';
import { defineMethod } from '../../method.ts';
import { ownSession } from '../../own-session.ts';
import { dueArgument, messageArguments, requireAhead, writeSavedScopes } from './saved-arguments.ts';

export const method = defineMethod({
  name: 'edgeways.saved.update',
  summary: 'Changes when the caller is to be reminded of a saved message, and whether they are done with it.',
  scopes: writeSavedScopes,
  tier: 3,
  input: z.object({
    ...messageArguments,
    due: dueArgument,
    is_done: z.boolean().optional().describe('Whether the caller is done with it.'),
  }),
  errors: ['not_starred', 'invalid_timestamp', 'time_in_past', 'too_many_saved'],
  handler: async ({ input, caller, env, now }) => {
    requireAhead(input.due, now);
    const changes = { due: input.due, isDone: input.is_done };
    unwrap(await ownSession({ env, caller }).changeSaved(input.channel, input.ts, changes));
    return {};
  },
});
