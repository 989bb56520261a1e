import { z } from 'zod';
import { unwrap } from '../../../../shared/errors.ts';
import { reachChannel } from '../../conversations/access-channel.ts';
import { tsArgument } from '../../conversations/moments.ts';
import { defineMethod } from '../../method.ts';
import { clientScopes } from '../../own-session.ts';
import { threadArguments, threadErrors } from './thread-arguments.ts';

export const method = defineMethod({
  name: 'edgeways.threads.mark',
  summary: 'Sets up to where the caller has read a thread; backwards too.',
  scopes: clientScopes,
  tier: 4,
  input: z.object({
    ...threadArguments,
    ts: tsArgument('invalid_timestamp').describe('`ts` of the newest reply that was read.'),
  }),
  errors: threadErrors,
  handler: async ({ input, caller, env }) => {
    const { channel, viewer } = reachChannel({ env, caller }, input.channel);
    unwrap(await channel.markThread(viewer, input.thread_ts, input.ts));
    return {};
  },
});
