import { z } from 'zod';
import { unwrap } from '../../../shared/errors.ts';
import { channelArgument, reachChannel } from '../conversations/access-channel.ts';
import { tsArgument } from '../conversations/moments.ts';
import { defineMethod } from '../method.ts';
import { contentArguments, contentErrors, disguiseArguments, ignoredArguments } from './content.ts';

/** https://docs.slack.dev/reference/methods/chat.postEphemeral. The message reaches devices that show the conversation now. */
export const method = defineMethod({
  name: 'chat.postEphemeral',
  summary: 'Shows a message to one member of a conversation, for now: nothing keeps it.',
  scopes: { user: ['chat:write'], bot: ['chat:write'] },
  tier: 4,
  input: z.object({
    channel: channelArgument,
    user: z.string().describe('Id of the person who is to see it.'),
    text: z.string().default('').describe('The message, in mrkdwn; at most 40,000 characters.'),
    ...contentArguments,
    thread_ts: tsArgument('thread_not_found').optional().describe('Shows it in the thread of this `ts`.'),
    ...ignoredArguments,
    ...disguiseArguments,
  }),
  errors: [
    'channel_not_found',
    'not_in_channel',
    'is_archived',
    'user_not_in_channel',
    'thread_not_found',
    ...contentErrors,
  ],
  handler: async ({ input, caller, env }) => {
    const { channel, viewer } = reachChannel({ env, caller }, input.channel);
    const { text, blocks, attachments, thread_ts: threadTs } = input;
    const { ts } = unwrap(await channel.postEphemeral(viewer, input.user, { text, blocks, attachments, threadTs }));
    return { message_ts: ts };
  },
});
