import { z } from 'zod';
import { unwrap } from '../../../shared/errors.ts';
import { reachChannel } from '../conversations/access-channel.ts';
import { defineMethod } from '../method.ts';
import { itemArguments, writingErrors } from './item.ts';

/** https://docs.slack.dev/reference/methods/reactions.remove */
export const method = defineMethod({
  name: 'reactions.remove',
  summary: "Takes a reaction of the caller's back.",
  scopes: { user: ['reactions:write'], bot: ['reactions:write'] },
  tier: 2,
  input: z.object({ ...itemArguments, name: z.string().describe("The emoji's name, as it was added.") }),
  errors: [...writingErrors, 'no_reaction'],
  handler: async ({ input, caller, env }) => {
    const { channel, viewer } = reachChannel({ env, caller }, input.channel);
    unwrap(await channel.unreact(viewer, { ts: input.timestamp, name: input.name.replace(/^:(.+):$/, '$1') }));
    return {};
  },
});
