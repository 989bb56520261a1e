import { z } from 'zod';
import { unwrap } from '../../../shared/errors.ts';
import { conversationObject } from '../../slack-objects/conversation.ts';
import { defineMethod } from '../method.ts';
import { accessChannel, channelArgument } from './access-channel.ts';
import { anyOf, joinScopes } from './scopes.ts';

/** What Slack says instead of refusing whoever is in already. */
const alreadyIn = {
  warning: 'already_in_channel',
  response_metadata: { warnings: ['already_in_channel'] },
};

/** https://docs.slack.dev/reference/methods/conversations.join */
export const method = defineMethod({
  name: 'conversations.join',
  summary: 'Joins a public channel. For somebody who is in it already it answers the same, with a warning.',
  scopes: anyOf(joinScopes),
  tier: 3,
  input: z.object({ channel: channelArgument }),
  errors: ['channel_not_found', 'is_archived', 'method_not_supported_for_channel_type'],
  handler: async ({ input, caller, env }) => {
    const accessed = await accessChannel({ env, caller }, input.channel, joinScopes);
    const { channel, already } = unwrap(await accessed.channel.join(accessed.viewer));
    return {
      channel: conversationObject(caller.workspaceId, channel, { isMember: true }),
      ...(already ? alreadyIn : {}),
    };
  },
});
