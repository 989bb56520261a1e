import { z } from 'zod';
import { unwrap } from '../../../shared/errors.ts';
import { conversationObject } from '../../slack-objects/conversation.ts';
import { defineMethod } from '../method.ts';
import { accessChannel, channelArgument } from './access-channel.ts';
import { anyOf, topicScopes } from './scopes.ts';

/** https://docs.slack.dev/reference/methods/conversations.setTopic */
export const method = defineMethod({
  name: 'conversations.setTopic',
  summary: 'Sets the topic of a conversation that the caller is in: what it is about now.',
  scopes: anyOf(topicScopes),
  tier: 2,
  input: z.object({
    channel: channelArgument,
    topic: z.string().describe('The new topic, at most 250 characters; empty to clear it.'),
  }),
  errors: ['channel_not_found', 'not_in_channel', 'is_archived', 'too_long', 'method_not_supported_for_channel_type'],
  handler: async ({ input, caller, env }) => {
    const accessed = await accessChannel({ env, caller }, input.channel, topicScopes);
    const { channel } = unwrap(await accessed.channel.setTopic(accessed.viewer, input.topic));
    return { channel: conversationObject(caller.workspaceId, channel, { isMember: true }) };
  },
});
