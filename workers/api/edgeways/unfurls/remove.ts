import { z } from 'zod';
import { unwrap } from '../../../../shared/errors.ts';
import { channelArgument, reachChannel } from '../../conversations/access-channel.ts';
import { tsArgument } from '../../conversations/moments.ts';
import { defineMethod } from '../../method.ts';

export const method = defineMethod({
  name: 'edgeways.unfurls.remove',
  summary: "Takes the preview of a link off a message of the caller's, for good.",
  scopes: { user: ['chat:write'], bot: ['chat:write'] },
  tier: 3,
  input: z.object({
    channel: channelArgument,
    ts: tsArgument('message_not_found').describe('`ts` of the message.'),
    url: z.string().max(10_000).describe('The link: `from_url` of the attachment.'),
  }),
  errors: ['channel_not_found', 'not_in_channel', 'is_archived', 'message_not_found', 'cant_update_message'],
  handler: async ({ input, caller, env }) => {
    const { channel, viewer } = reachChannel({ env, caller }, input.channel);
    unwrap(await channel.removeUnfurl(viewer, input.ts, input.url));
    return {};
  },
});
