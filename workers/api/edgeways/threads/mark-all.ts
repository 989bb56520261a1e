import { z } from 'zod';
import { microsToTs, tsToMicros } from '../../../../shared/timestamps.ts';
import { tellChannels } from '../../../channels/ask-channels.ts';
import { defineMethod } from '../../method.ts';
import { clientScopes, ownSession } from '../../own-session.ts';

export const method = defineMethod({
  name: 'edgeways.threads.markAll',
  summary: 'Marks every thread that the caller follows as read.',
  scopes: clientScopes,
  tier: 2,
  input: z.object({}),
  errors: [],
  handler: async ({ caller, env, now }) => {
    const unread = await ownSession({ env, caller }).unreadThreads();
    // What the session knows of may have been followed by more; a channel's clock may be ahead.
    const until = (latest: string) => microsToTs(Math.max(now * 1000, tsToMicros(latest)));
    await tellChannels({ env, caller }, unread, async (channel, viewer, threads) => {
      for (const { thread_ts, latest_reply } of threads)
        await channel.markThread(viewer, thread_ts, until(latest_reply));
      return { ok: true };
    });
    return {};
  },
});
