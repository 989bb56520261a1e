import { z } from 'zod';
import { unwrap } from '../../../shared/errors.ts';
import { defineMethod } from '../method.ts';
import { accessChannel, channelArgument } from './access-channel.ts';
import { anyOf, writeScopes } from './scopes.ts';

/** https://docs.slack.dev/reference/methods/conversations.unarchive */
export const method = defineMethod({
  name: 'conversations.unarchive',
  summary: 'Takes a channel out of the archive.',
  scopes: anyOf(writeScopes),
  tier: 2,
  input: z.object({ channel: channelArgument }),
  errors: ['channel_not_found', 'not_archived'],
  handler: async ({ input, caller, env }) => {
    const { channel, viewer } = await accessChannel({ env, caller }, input.channel, writeScopes);
    unwrap(await channel.unarchive(viewer));
    return {};
  },
});
