import { z } from 'zod';
import { unwrap } from '../../../shared/errors.ts';
import { defineMethod } from '../method.ts';
import { accessChannel, channelArgument } from './access-channel.ts';
import { tsArgument } from './moments.ts';
import { anyOf, writeScopes } from './scopes.ts';

/** https://docs.slack.dev/reference/methods/conversations.mark */
export const method = defineMethod({
  name: 'conversations.mark',
  summary: 'Sets up to where the caller has read a conversation; backwards too.',
  scopes: anyOf(writeScopes),
  // Slack's is special: a client marks whatever it shows.
  tier: 4,
  input: z.object({
    channel: channelArgument,
    ts: tsArgument('invalid_timestamp').describe('`ts` of the newest message that was read.'),
  }),
  errors: ['channel_not_found', 'not_in_channel', 'invalid_timestamp'],
  handler: async ({ input, caller, env }) => {
    const { channel, viewer } = await accessChannel({ env, caller }, input.channel, writeScopes);
    unwrap(await channel.mark(viewer, input.ts));
    return {};
  },
});
