import { z } from 'zod';
import { unwrap } from '../../../shared/errors.ts';
import { callErrors } from './content.ts';
import { defineMethod } from '../method.ts';
import { accessForPosting, addressArgument } from './access-for-posting.ts';

/** https://docs.slack.dev/reference/methods/chat.meMessage */
export const method = defineMethod({
  name: 'chat.meMessage',
  summary: 'Posts what the caller is doing, as `/me` does.',
  scopes: { user: ['chat:write'], bot: ['chat:write'] },
  tier: 3,
  input: z.object({ channel: addressArgument, text: z.string().describe('The message.') }),
  errors: ['channel_not_found', 'not_in_channel', 'is_archived', 'no_text', 'msg_too_long', ...callErrors],
  handler: async ({ input, caller, db, env }) => {
    const { id, channel, viewer } = await accessForPosting({ env, caller, db }, input.channel);
    const { ts } = unwrap(await channel.post(viewer, { text: input.text, subtype: 'me_message' }));
    return { channel: id, ts };
  },
});
