import { z } from 'zod';
import { unwrap } from '../../../shared/errors.ts';
import { channelArgument, reachChannel } from '../conversations/access-channel.ts';
import { tsArgument } from '../conversations/moments.ts';
import { defineMethod } from '../method.ts';

/** https://docs.slack.dev/reference/methods/chat.delete */
export const method = defineMethod({
  name: 'chat.delete',
  summary: "Deletes a message of the caller's; administrators may delete those of others.",
  scopes: { user: ['chat:write'], bot: ['chat:write'] },
  tier: 3,
  input: z.object({
    channel: channelArgument,
    ts: tsArgument('message_not_found').describe('`ts` of the message.'),
    as_user: z.boolean().optional().describe('Accepted; it is always the caller who deletes.'),
  }),
  errors: ['channel_not_found', 'not_in_channel', 'is_archived', 'message_not_found', 'cant_delete_message'],
  handler: async ({ input, caller, env }) => {
    const { channel, viewer } = reachChannel({ env, caller }, input.channel);
    const { ts } = unwrap(await channel.remove(viewer, input.ts));
    return { channel: input.channel, ts };
  },
});
