import { z } from 'zod';
import { unwrap } from '../../../shared/errors.ts';
import { defineMethod } from '../method.ts';
import { accessChannel, channelArgument } from './access-channel.ts';
import { anyOf, writeScopes } from './scopes.ts';

/** https://docs.slack.dev/reference/methods/conversations.archive */
export const method = defineMethod({
  name: 'conversations.archive',
  summary: 'Archives a channel that the caller is in: it can be read, and not written to.',
  scopes: anyOf(writeScopes),
  tier: 2,
  input: z.object({ channel: channelArgument }),
  errors: [
    'channel_not_found',
    'not_in_channel',
    'already_archived',
    'cant_archive_general',
    'method_not_supported_for_channel_type',
  ],
  handler: async ({ input, caller, env }) => {
    const { channel, viewer } = await accessChannel({ env, caller }, input.channel, writeScopes);
    unwrap(await channel.archive(viewer));
    return {};
  },
});
