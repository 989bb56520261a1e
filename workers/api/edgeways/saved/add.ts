import { z } from 'zod';
import { defineMethod } from '../../method.ts';
import { doSave } from './do-save.ts';
import { dueArgument, messageArguments, requireAhead, writeSavedScopes } from './saved-arguments.ts';

export const method = defineMethod({
  name: 'edgeways.saved.add',
  summary: 'Saves a message for later, with a time to be reminded if one is given. Saving it again changes that time.',
  scopes: writeSavedScopes,
  tier: 3,
  input: z.object({ ...messageArguments, due: dueArgument }),
  errors: ['channel_not_found', 'message_not_found', 'invalid_timestamp', 'time_in_past', 'too_many_saved'],
  handler: async ({ input, caller, env, now }) => {
    requireAhead(input.due, now);
    await doSave({ env, caller }, { channel: input.channel, ts: input.ts, due: input.due ?? null });
    return {};
  },
});
