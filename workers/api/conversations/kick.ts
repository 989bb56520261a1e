import { z } from 'zod';
import { unwrap } from '../../../shared/errors.ts';
import { defineMethod } from '../method.ts';
import { accessUser } from '../users/access-user.ts';
import { accessChannel, channelArgument } from './access-channel.ts';
import { anyOf, writeScopes } from './scopes.ts';

/** https://docs.slack.dev/reference/methods/conversations.kick */
export const method = defineMethod({
  name: 'conversations.kick',
  summary: 'Removes somebody from a channel. Its creator and administrators may.',
  scopes: anyOf(writeScopes),
  tier: 3,
  input: z.object({ channel: channelArgument, user: z.string().describe('Id of the person.') }),
  errors: [
    'channel_not_found',
    'user_not_found',
    'not_in_channel',
    'is_archived',
    'restricted_action',
    'cant_kick_self',
    'cant_kick_from_general',
    'method_not_supported_for_channel_type',
  ],
  handler: async ({ input, caller, db, env }) => {
    const { channel, viewer } = await accessChannel({ env, caller }, input.channel, writeScopes);
    const removed = await channel.kick(viewer, input.user);
    // The channel knows who is in it; only the directory knows who exists.
    if (!removed.ok && removed.error === 'not_in_channel') await accessUser(db, caller.workspaceId, input.user);
    unwrap(removed);
    return { errors: {} };
  },
});
