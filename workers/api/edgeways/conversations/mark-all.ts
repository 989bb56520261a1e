import { z } from 'zod';
import { microsToTs, tsToMicros } from '../../../../shared/timestamps.ts';
import { tellChannels } from '../../../channels/ask-channels.ts';
import { defineMethod } from '../../method.ts';
import { clientScopes, ownSession } from '../../own-session.ts';

/** What is unread in threads stays so: `edgeways.threads.markAll` is for that. */
export const method = defineMethod({
  name: 'edgeways.conversations.markAll',
  summary: 'Marks every conversation of the caller as read.',
  scopes: clientScopes,
  tier: 2,
  input: z.object({}),
  errors: [],
  handler: async ({ caller, env, now }) => {
    const channels = await ownSession({ env, caller }).channels();
    const unread = channels.filter(({ has_unread }) => has_unread).map(({ id, latest }) => ({ channel: id, latest }));
    await tellChannels({ env, caller }, unread, (channel, viewer, [entry]) => {
      // What the session knows of may have been followed by more; a channel's clock may be ahead.
      const latest = tsToMicros(entry?.latest ?? '0.000000');
      return channel.mark(viewer, microsToTs(Math.max(now * 1000, latest)));
    });
    return {};
  },
});
