import { z } from 'zod';
import { isDirect } from '../../../shared/channel.ts';
import { AppError } from '../../../shared/errors.ts';
import { defineMethod } from '../method.ts';
import { ownSession } from '../own-session.ts';
import { accessChannel, channelArgument, describeChannel } from './access-channel.ts';
import { anyOf, writeScopes } from './scopes.ts';

/** https://docs.slack.dev/reference/methods/conversations.close */
export const method = defineMethod({
  name: 'conversations.close',
  summary: "Takes a direct or group message out of the caller's sidebar, until something new is in it.",
  scopes: anyOf(writeScopes),
  tier: 2,
  input: z.object({ channel: channelArgument }),
  errors: ['channel_not_found', 'method_not_supported_for_channel_type'],
  handler: async ({ input, caller, env }) => {
    const { channel } = await describeChannel(await accessChannel({ env, caller }, input.channel, writeScopes));
    if (!isDirect(channel.kind)) throw new AppError('method_not_supported_for_channel_type');
    const wasOpen = await ownSession({ env, caller }).closeDirect(channel.id);
    return wasOpen ? {} : { no_op: true, already_closed: true };
  },
});
