import { z } from 'zod';
import { zeroTs } from '../../../shared/timestamps.ts';
import { ChannelName, channelNameErrors } from '../../../shared/channel-name.ts';
import { doCreateChannel } from '../../channels/create-channel.ts';
import { conversationObject } from '../../slack-objects/conversation.ts';
import { defineMethod } from '../method.ts';
import { anyOf, requireKindScope, writeScopes } from './scopes.ts';

/** https://docs.slack.dev/reference/methods/conversations.create */
export const method = defineMethod({
  name: 'conversations.create',
  summary: 'Creates a channel, with the caller as its only member.',
  scopes: anyOf(writeScopes),
  tier: 2,
  input: z.object({
    name: ChannelName,
    is_private: z.boolean().default(false).describe('Whether only its members may know of the channel.'),
  }),
  errors: channelNameErrors,
  handler: async ({ input, caller, db, env, now }) => {
    const { workspaceId, userId: creator } = caller;
    const kind = input.is_private ? 'private' : 'public';
    requireKindScope(caller, writeScopes, kind);
    const channel = await doCreateChannel(env, db, { workspaceId, creator, name: input.name, kind }, now);
    return { channel: conversationObject(workspaceId, channel, { isMember: true, lastRead: zeroTs }) };
  },
});
