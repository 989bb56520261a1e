import { z } from 'zod';
import { unwrap } from '../../../shared/errors.ts';
import { channelArgument, reachChannel } from '../conversations/access-channel.ts';
import { tsArgument } from '../conversations/moments.ts';
import { defineMethod } from '../method.ts';
import { callErrors, contentArguments, contentErrors, ignoredArguments } from './content.ts';

/** https://docs.slack.dev/reference/methods/chat.update */
export const method = defineMethod({
  name: 'chat.update',
  summary: "Changes a message of the caller's.",
  scopes: { user: ['chat:write'], bot: ['chat:write'] },
  tier: 3,
  input: z.object({
    channel: channelArgument,
    ts: tsArgument('message_not_found').describe('`ts` of the message.'),
    text: z.string().default('').describe('The message, in mrkdwn; at most 40,000 characters.'),
    ...contentArguments,
    ...ignoredArguments,
  }),
  errors: [
    'channel_not_found',
    'not_in_channel',
    'is_archived',
    'message_not_found',
    'cant_update_message',
    ...contentErrors,
    ...callErrors,
  ],
  handler: async ({ input, caller, env }) => {
    const { channel, viewer } = reachChannel({ env, caller }, input.channel);
    const { ts, text, blocks, attachments } = input;
    const { message } = unwrap(await channel.edit(viewer, { ts, text, blocks, attachments }));
    return { channel: input.channel, ts, text: message.text, message };
  },
});
