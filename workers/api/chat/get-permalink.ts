import { z } from 'zod';
import { unwrap } from '../../../shared/errors.ts';
import type { Message } from '../../../shared/message.ts';
import { publicOrigin } from '../../identity/origin.ts';
import { channelArgument, reachChannel } from '../conversations/access-channel.ts';
import { tsArgument } from '../conversations/moments.ts';
import { defineMethod } from '../method.ts';

/** https://docs.slack.dev/reference/methods/chat.getPermalink */
export const method = defineMethod({
  name: 'chat.getPermalink',
  summary: 'Gives the address of a message, for people to open.',
  scopes: { user: [], bot: [] },
  tier: 4,
  input: z.object({
    channel: channelArgument,
    message_ts: tsArgument('message_not_found').describe('`ts` of the message.'),
  }),
  errors: ['channel_not_found', 'message_not_found'],
  handler: async ({ input, caller, env, request }) => {
    const { channel, viewer } = reachChannel({ env, caller }, input.channel);
    const { message } = unwrap(await channel.message(viewer, input.message_ts));
    return { channel: input.channel, permalink: permalinkOf(publicOrigin(request), input.channel, message) };
  },
});

function permalinkOf(origin: string, channelId: string, { ts, thread_ts }: Message): string {
  const address = `${origin}/archives/${channelId}/p${ts.replace('.', '')}`;
  // A reply is shown beside its thread.
  if (thread_ts === undefined || thread_ts === ts) return address;
  return `${address}?${new URLSearchParams({ thread_ts, cid: channelId }).toString()}`;
}
