import { z } from 'zod';
import type { Pin, PinPlace } from '../../../durable-objects/channel/attached/pins.ts';
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
    const pins: Pin[] = [];
    let after: PinPlace | null = null;
    do {
      const some: { pins: Pin[]; hasMore: boolean } = unwrap(await channel.pins(viewer, after));
      pins.push(...some.pins);
      const last = some.pins.at(-1);
      after = some.hasMore && last ? { created: last.created, ts: last.message.ts } : null;
    } while (after);
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
