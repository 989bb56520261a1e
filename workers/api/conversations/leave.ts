import { z } from 'zod';
import { unwrap } from '../../../shared/errors.ts';
import { defineMethod } from '../method.ts';
import { accessChannel, channelArgument } from './access-channel.ts';
import { anyOf, writeScopes } from './scopes.ts';

/** https://docs.slack.dev/reference/methods/conversations.leave */
export const method = defineMethod({
  name: 'conversations.leave',
  summary: 'Leaves a channel. For somebody who is not in it, it answers `not_in_channel: true`.',
  scopes: anyOf(writeScopes),
  tier: 3,
  input: z.object({ channel: channelArgument }),
  errors: ['channel_not_found', 'cant_leave_general', 'method_not_supported_for_channel_type'],
  handler: async ({ input, caller, env }) => {
    const { channel, viewer } = await accessChannel({ env, caller }, input.channel, writeScopes);
    const { left } = unwrap(await channel.leave(viewer));
    return left ? {} : { not_in_channel: true };
  },
});
