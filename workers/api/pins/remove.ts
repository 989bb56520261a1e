import { z } from 'zod';
import { unwrap } from '../../../shared/errors.ts';
import { reachChannel } from '../conversations/access-channel.ts';
import { defineMethod } from '../method.ts';
import { itemArguments, writingErrors } from '../reactions/item.ts';

/** https://docs.slack.dev/reference/methods/pins.remove */
export const method = defineMethod({
  name: 'pins.remove',
  summary: 'Takes a pin off.',
  scopes: { user: ['pins:write'], bot: ['pins:write'] },
  tier: 2,
  input: z.object(itemArguments),
  errors: [...writingErrors, 'no_pin'],
  handler: async ({ input, caller, env }) => {
    const { channel, viewer } = reachChannel({ env, caller }, input.channel);
    unwrap(await channel.unpin(viewer, input.timestamp));
    return {};
  },
});
