import { z } from 'zod';
import { unwrap } from '../../../../shared/errors.ts';
import { NotifyLevel } from '../../../../shared/preferences.ts';
import { channelArgument } from '../../conversations/access-channel.ts';
import { defineMethod } from '../../method.ts';
import { clientScopes, ownSession } from '../../own-session.ts';

export const method = defineMethod({
  name: 'edgeways.channels.setPreferences',
  summary: 'Sets what the caller wants of a channel in their sidebar. What is left out stays as it is.',
  scopes: clientScopes,
  tier: 3,
  input: z.object({
    channel: channelArgument,
    is_starred: z.boolean().optional().describe('Whether it is among the starred channels.'),
    is_muted: z.boolean().optional().describe('Whether it stays quiet; mentions in it still count.'),
    notify: z
      .enum([...NotifyLevel.options, ''])
      .optional()
      .describe('Of which messages to be notified: all, mentions or nothing. Empty: as everywhere else.'),
  }),
  errors: ['channel_not_found'],
  handler: async ({ input: { channel, notify, ...flags }, caller, env }) => {
    const changes = { ...flags, notify: notify === '' ? null : notify };
    unwrap(await ownSession({ env, caller }).setChannelPreferences(channel, changes));
    return {};
  },
});
