import { z } from 'zod';
import { AppError, unwrap } from '../../../shared/errors.ts';
import { ownSession } from '../own-session.ts';
import { doSave } from '../edgeways/saved/do-save.ts';
import { writeSavedScopes } from '../edgeways/saved/saved-arguments.ts';
import { defineMethod } from '../method.ts';
import { requireItem, starArguments } from './star-arguments.ts';

/** https://docs.slack.dev/reference/methods/stars.add. A starred message is a saved one. */
export const method = defineMethod({
  name: 'stars.add',
  summary: 'Saves a message for later, or stars a conversation.',
  scopes: writeSavedScopes,
  tier: 2,
  input: z.object(starArguments),
  errors: [
    'no_item_specified',
    'bad_timestamp',
    'channel_not_found',
    'message_not_found',
    'already_starred',
    'too_many_saved',
  ],
  handler: async ({ input, caller, env }) => {
    const { channel, ts } = requireItem(input);
    if (ts === null) unwrap(await ownSession({ env, caller }).setStar(channel, true));
    else if (await doSave({ env, caller }, { channel, ts, due: null })) throw new AppError('already_starred');
    return {};
  },
});
