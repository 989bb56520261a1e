import { z } from 'zod';
import { unwrap } from '../../../../shared/errors.ts';
import { contentErrors } from '../../chat/content.ts';
import { postAtArgument, postAtErrors } from '../../chat/post-at.ts';
import { channelArgument } from '../../conversations/access-channel.ts';
import { defineMethod } from '../../method.ts';
import { clientScopes, ownSession } from '../../own-session.ts';
import { scheduledObject } from './scheduled-object.ts';

export const method = defineMethod({
  name: 'edgeways.scheduled.update',
  summary:
    'Changes what a scheduled message says, or its time. One that could not be posted is scheduled again by this.',
  scopes: clientScopes,
  tier: 3,
  input: z.object({
    channel: channelArgument,
    scheduled_message_id: z.string().describe('`scheduled_message_id` of chat.scheduleMessage.'),
    text: z.string().optional().describe('The message, in mrkdwn; at most 40,000 characters. Blocks go.'),
    post_at: postAtArgument.optional(),
  }),
  errors: ['invalid_scheduled_message_id', ...postAtErrors, ...contentErrors],
  handler: async ({ input, caller, env }) => {
    const { text, post_at: postAt } = input;
    const { scheduled } = unwrap(
      await ownSession({ env, caller }).reschedule(input.channel, input.scheduled_message_id, { text, postAt }),
    );
    return { scheduled: scheduledObject(scheduled) };
  },
});
