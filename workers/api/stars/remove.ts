import { z } from 'zod';
import { unwrap } from '../../../shared/errors.ts';
import { ownSession } from '../own-session.ts';
import { writeSavedScopes } from '../edgeways/saved/saved-arguments.ts';
import { defineMethod } from '../method.ts';
import { requireItem, starArguments } from './star-arguments.ts';

/** https://docs.slack.dev/reference/methods/stars.remove */
export const method = defineMethod({
  name: 'stars.remove',
  summary: 'Takes a message off what is saved, or a star off a conversation.',
  scopes: writeSavedScopes,
  tier: 2,
  input: z.object(starArguments),
  errors: ['no_item_specified', 'bad_timestamp', 'channel_not_found', 'not_starred'],
  handler: async ({ input, caller, env }) => {
    const { channel, ts } = requireItem(input);
    const session = ownSession({ env, caller });
    unwrap(ts === null ? await session.setStar(channel, false) : await session.unsave(channel, ts));
    return {};
  },
});
