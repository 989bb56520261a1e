import { z } from 'zod';
import { unwrap } from '../../../shared/errors.ts';
import { reachChannel } from '../conversations/access-channel.ts';
import { defineMethod } from '../method.ts';
import { itemArguments, writingErrors } from '../reactions/item.ts';

/** https://docs.slack.dev/reference/methods/pins.add */
export const method = defineMethod({
  name: 'pins.add',
  summary: 'Pins a message to its conversation.',
  scopes: { user: ['pins:write'], bot: ['pins:write'] },
  tier: 2,
  input: z.object(itemArguments),
  errors: [...writingErrors, 'already_pinned', 'too_many_pins'],
  handler: async ({ input, caller, env }) => {
    const { channel, viewer } = reachChannel({ env, caller }, input.channel);
    unwrap(await channel.pin(viewer, input.timestamp));
    return {};
  },
});
