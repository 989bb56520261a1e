import { z } from 'zod';
import { AppError, unwrap } from '../../../shared/errors.ts';
import type { AccessedChannel } from '../conversations/access-channel.ts';
import { tsArgument } from '../conversations/moments.ts';
import { defineMethod } from '../method.ts';
import { ownSession } from '../own-session.ts';
import { accessForPosting, addressArgument } from './access-for-posting.ts';
import { contentArguments, contentErrors, ignoredArguments } from './content.ts';
import { postAtArgument, postAtErrors } from './post-at.ts';

/** https://docs.slack.dev/reference/methods/chat.scheduleMessage */
export const method = defineMethod({
  name: 'chat.scheduleMessage',
  summary: 'Posts a message to a conversation that the caller is in, at a later time.',
  scopes: { user: ['chat:write'], bot: ['chat:write'] },
  tier: 3,
  input: z.object({
    channel: addressArgument,
    post_at: postAtArgument,
    text: z.string().default('').describe('The message, in mrkdwn; at most 40,000 characters.'),
    ...contentArguments,
    thread_ts: tsArgument('thread_not_found').optional().describe('Replies to the message of this `ts`.'),
    reply_broadcast: z.boolean().default(false).describe('Whether a reply is shown in the channel too.'),
    ...ignoredArguments,
    unfurl_links: z.boolean().optional().describe('Accepted; links are unfurled as in any message.'),
    unfurl_media: z.boolean().optional().describe('Accepted, as `unfurl_links`.'),
  }),
  errors: ['channel_not_found', 'not_in_channel', 'is_archived', 'thread_not_found', ...postAtErrors, ...contentErrors],
  handler: async ({ input, caller, db, env }) => {
    const { id, ...accessed } = await accessForPosting({ env, caller, db }, input.channel);
    await requireWritable(accessed);
    if (input.thread_ts !== undefined) await requireThread(accessed, input.thread_ts);
    const { text, blocks, attachments } = input;
    const { scheduled } = unwrap(
      await ownSession({ env, caller }).schedule({
        channel: id,
        content: { text, blocks, attachments },
        threadTs: input.thread_ts ?? null,
        broadcast: input.reply_broadcast,
        postAt: input.post_at,
      }),
    );
    return {
      channel: id,
      scheduled_message_id: scheduled.id,
      post_at: scheduled.postAt,
      message: {
        type: 'delayed_message',
        user: caller.userId,
        text,
        ...(blocks ? { blocks } : {}),
        ...(attachments ? { attachments } : {}),
      },
    };
  },
});

/** Whoever could not post now is told so now; whether they may when it is time is decided then. */
async function requireWritable({ channel, viewer }: Pick<AccessedChannel, 'channel' | 'viewer'>): Promise<void> {
  const known = unwrap(await channel.info(viewer));
  if (!known.isMember) throw new AppError('not_in_channel');
  if (known.channel.isArchived) throw new AppError('is_archived');
}

async function requireThread({ channel, viewer }: Pick<AccessedChannel, 'channel' | 'viewer'>, ts: string) {
  const { ok } = await channel.message(viewer, ts);
  if (!ok) throw new AppError('thread_not_found');
}
