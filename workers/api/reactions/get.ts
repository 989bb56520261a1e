import { z } from 'zod';
import { unwrap } from '../../../shared/errors.ts';
import { reachChannel } from '../conversations/access-channel.ts';
import { defineMethod } from '../method.ts';
import { itemArguments, itemErrors } from './item.ts';

/** https://docs.slack.dev/reference/methods/reactions.get */
export const method = defineMethod({
  name: 'reactions.get',
  summary: 'Reads a message with the reactions to it.',
  scopes: { user: ['reactions:read'], bot: ['reactions:read'] },
  tier: 3,
  input: z.object({
    ...itemArguments,
    full: z.boolean().optional().describe('Accepted; at most 50 people are named, and all are counted.'),
  }),
  errors: itemErrors,
  handler: async ({ input, caller, env }) => {
    const { channel, viewer } = reachChannel({ env, caller }, input.channel);
    const { message } = unwrap(await channel.message(viewer, input.timestamp));
    return { type: 'message', channel: input.channel, message };
  },
});
