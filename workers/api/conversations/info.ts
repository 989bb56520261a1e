import { z } from 'zod';
import { conversationObject } from '../../slack-objects/conversation.ts';
import { defineMethod } from '../method.ts';
import { accessChannel, channelArgument, describeChannel } from './access-channel.ts';
import { getPeer } from './peer.ts';
import { anyOf, readScopes } from './scopes.ts';

/** https://docs.slack.dev/reference/methods/conversations.info */
export const method = defineMethod({
  name: 'conversations.info',
  summary: 'Describes a conversation.',
  scopes: anyOf(readScopes),
  tier: 3,
  input: z.object({
    channel: channelArgument,
    include_num_members: z.boolean().default(false).describe('Whether to count the members.'),
  }),
  errors: ['channel_not_found'],
  handler: async ({ input, caller, env }) => {
    const accessed = await accessChannel({ env, caller }, input.channel, readScopes);
    const { channel, isMember, lastRead } = await describeChannel(accessed);
    return {
      channel: conversationObject(caller.workspaceId, channel, {
        isMember,
        lastRead: isMember ? lastRead : undefined,
        memberCount: input.include_num_members ? channel.memberCount : undefined,
        peer: channel.kind === 'im' ? await getPeer(accessed) : undefined,
      }),
    };
  },
});
