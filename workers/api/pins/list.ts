import { z } from 'zod';
import { unwrap } from '../../../shared/errors.ts';
import { channelArgument, reachChannel } from '../conversations/access-channel.ts';
import { defineMethod } from '../method.ts';

/** https://docs.slack.dev/reference/methods/pins.list */
export const method = defineMethod({
  name: 'pins.list',
  summary: 'Lists the messages that are pinned to a conversation, the latest pin first.',
  scopes: { user: ['pins:read'], bot: ['pins:read'] },
  tier: 2,
  input: z.object({ channel: channelArgument }),
  errors: ['channel_not_found'],
  handler: async ({ input, caller, env }) => {
    const { channel, viewer } = reachChannel({ env, caller }, input.channel);
    const { pins } = unwrap(await channel.pins(viewer));
    return {
      items: pins.map(({ message, user, created }) => ({
        type: 'message',
        channel: input.channel,
        message,
        created,
        created_by: user,
      })),
    };
  },
});
