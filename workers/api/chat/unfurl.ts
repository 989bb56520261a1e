import { z } from 'zod';
import { unwrap } from '../../../shared/errors.ts';
import { isDeeperThan } from '../../../shared/json-depth.ts';
import { maxBlocksDepth } from '../../../shared/message.ts';
import { maxPreviews } from '../../../durable-objects/channel/attached/previews.ts';
import { channelArgument, reachChannel } from '../conversations/access-channel.ts';
import { tsArgument } from '../conversations/moments.ts';
import { defineMethod } from '../method.ts';
import { asGiven } from './content.ts';

/**
 * https://docs.slack.dev/reference/methods/chat.unfurl. Apps have no domains of their own here: an app in the conversation
 * may preview any link of a message, a person those of their own messages.
 */
export const method = defineMethod({
  name: 'chat.unfurl',
  summary: 'Shows something of the links in a message, under it.',
  scopes: { user: ['links:write'], bot: ['links:write'] },
  tier: 3,
  input: z.object({
    channel: channelArgument,
    ts: tsArgument('cannot_unfurl_message').describe('`ts` of the message.'),
    unfurls: z
      .record(z.string(), z.looseObject({}), 'missing_unfurls')
      .refine((unfurls) => Object.keys(unfurls).length > 0, 'missing_unfurls')
      .refine((unfurls) => Object.keys(unfurls).length <= maxPreviews, 'cannot_unfurl_url')
      .refine((unfurls) => !isDeeperThan(unfurls, maxBlocksDepth + 1), 'invalid_blocks')
      .describe('By link, as it stands in the message: an attachment, or `{ "blocks": […] }`. At most five.'),
    user_auth_message: z.string().optional().describe('Accepted; nobody is asked to sign in elsewhere.'),
    user_auth_required: z.boolean().optional().describe('Accepted, as `user_auth_message`.'),
    user_auth_url: z.string().optional().describe('Accepted, as `user_auth_message`.'),
  }),
  errors: [
    'channel_not_found',
    'not_in_channel',
    'is_archived',
    'message_not_found',
    'missing_unfurls',
    'cannot_unfurl_url',
    'cannot_unfurl_message',
    'invalid_blocks',
  ],
  handler: async ({ input, caller, env }) => {
    const { channel, viewer } = reachChannel({ env, caller }, input.channel);
    const unfurls = Object.entries(input.unfurls).map(([url, attachment]) => ({
      url,
      attachment: asGiven(attachment),
    }));
    unwrap(await channel.unfurl({ viewer, isApp: caller.kind === 'bot' }, input.ts, unfurls));
    return {};
  },
});
