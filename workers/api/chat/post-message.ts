import { z } from 'zod';
import { unwrap } from '../../../shared/errors.ts';
import { ClientMessageId } from '../../../shared/protocol/channel-socket.ts';
import { tsArgument } from '../conversations/moments.ts';
import { defineMethod } from '../method.ts';
import { accessForPosting, addressArgument } from './access-for-posting.ts';
import { callErrors, contentArguments, contentErrors, disguiseArguments, ignoredArguments } from './content.ts';

/** https://docs.slack.dev/reference/methods/chat.postMessage. `client_msg_id` is ours. */
export const method = defineMethod({
  name: 'chat.postMessage',
  summary: 'Posts a message to a conversation that the caller is in.',
  scopes: { user: ['chat:write'], bot: ['chat:write'] },
  tier: 'posting',
  input: z.object({
    channel: addressArgument,
    text: z.string().default('').describe('The message, in mrkdwn; at most 40,000 characters.'),
    ...contentArguments,
    thread_ts: tsArgument('thread_not_found').optional().describe('Replies to the message of this `ts`.'),
    reply_broadcast: z.boolean().default(false).describe('Whether a reply is shown in the channel too.'),
    client_msg_id: ClientMessageId.optional().describe(
      'Made by the client: a second message with the same one is taken for a repeat, and gets the answer of the first.',
    ),
    ...ignoredArguments,
    mrkdwn: z.boolean().optional().describe('Accepted; the text is always mrkdwn.'),
    unfurl_links: z
      .boolean()
      .optional()
      .describe('Whether links to pages get previews. Unless said: those of people do, those of bots do not.'),
    unfurl_media: z.boolean().default(true).describe('Whether links to pictures get previews.'),
    ...disguiseArguments,
  }),
  errors: ['channel_not_found', 'not_in_channel', 'is_archived', 'thread_not_found', ...contentErrors, ...callErrors],
  handler: async ({ input, caller, db, env }) => {
    const { id, channel, viewer } = await accessForPosting({ env, caller, db }, input.channel);
    const { text, blocks, attachments } = input;
    const { ts, message } = unwrap(
      await channel.post(viewer, {
        text,
        blocks,
        attachments,
        threadTs: input.thread_ts,
        broadcast: input.reply_broadcast,
        clientMsgId: input.client_msg_id,
        previews: { links: input.unfurl_links ?? caller.kind === 'user', media: input.unfurl_media },
      }),
    );
    return { channel: id, ts, message };
  },
});
