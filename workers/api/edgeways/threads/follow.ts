import { z } from 'zod';
import { unwrap } from '../../../../shared/errors.ts';
import { reachChannel } from '../../conversations/access-channel.ts';
import { defineMethod } from '../../method.ts';
import { clientScopes } from '../../own-session.ts';
import { threadArguments, threadErrors } from './thread-arguments.ts';

export const method = defineMethod({
  name: 'edgeways.threads.follow',
  summary: "Follows a thread: its replies are the caller's to read.",
  scopes: clientScopes,
  tier: 3,
  input: z.object(threadArguments),
  errors: threadErrors,
  handler: async ({ input, caller, env }) => {
    const { channel, viewer } = reachChannel({ env, caller }, input.channel);
    unwrap(await channel.followThread(viewer, input.thread_ts, true));
    return {};
  },
});
