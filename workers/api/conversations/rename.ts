import { z } from 'zod';
import { AppError, unwrap } from '../../../shared/errors.ts';
import { ChannelName, channelNameErrors } from '../../../shared/channel-name.ts';
import { conversationObject } from '../../slack-objects/conversation.ts';
import { defineMethod } from '../method.ts';
import { accessChannel, channelArgument } from './access-channel.ts';
import { anyOf, writeScopes } from './scopes.ts';

/** https://docs.slack.dev/reference/methods/conversations.rename */
export const method = defineMethod({
  name: 'conversations.rename',
  summary: 'Renames a channel. Its creator and administrators may.',
  scopes: anyOf(writeScopes),
  tier: 2,
  input: z.object({ channel: channelArgument, name: ChannelName }),
  errors: [
    'channel_not_found',
    'not_in_channel',
    'is_archived',
    'not_authorized',
    'method_not_supported_for_channel_type',
    ...channelNameErrors,
  ],
  handler: async ({ input, caller, env }) => {
    const accessed = await accessChannel({ env, caller }, input.channel, writeScopes);
    const renamed = await accessed.channel.rename(accessed.viewer, input.name);
    // Slack's name for it in this method.
    if (!renamed.ok && renamed.error === 'restricted_action') throw new AppError('not_authorized');
    return { channel: conversationObject(caller.workspaceId, unwrap(renamed).channel, { isMember: true }) };
  },
});
