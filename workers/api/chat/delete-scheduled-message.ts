import { z } from 'zod';
import { unwrap } from '../../../shared/errors.ts';
import { channelArgument } from '../conversations/access-channel.ts';
import { defineMethod } from '../method.ts';
import { ownSession } from '../own-session.ts';

/** https://docs.slack.dev/reference/methods/chat.deleteScheduledMessage */
export const method = defineMethod({
  name: 'chat.deleteScheduledMessage',
  summary: 'Takes back a message that the caller has scheduled, unless it is being posted.',
  scopes: { user: ['chat:write'], bot: ['chat:write'] },
  tier: 3,
  input: z.object({
    channel: channelArgument,
    scheduled_message_id: z.string().describe('`scheduled_message_id` of chat.scheduleMessage.'),
    as_user: z.boolean().optional().describe('Accepted; it is always the caller who deletes.'),
  }),
  errors: ['invalid_scheduled_message_id'],
  handler: async ({ input, caller, env }) => {
    const session = ownSession({ env, caller });
    unwrap(await session.unschedule(input.channel, input.scheduled_message_id));
    return {};
  },
});
