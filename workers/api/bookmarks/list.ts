import { z } from 'zod';
import { unwrap } from '../../../shared/errors.ts';
import { reachChannel } from '../conversations/access-channel.ts';
import { defineMethod } from '../method.ts';
import { channelIdArgument } from './bookmark-arguments.ts';

/** https://docs.slack.dev/reference/methods/bookmarks.list */
export const method = defineMethod({
  name: 'bookmarks.list',
  summary: 'Lists the links at the top of a conversation.',
  scopes: { user: ['bookmarks:read'], bot: ['bookmarks:read'] },
  tier: 3,
  input: z.object({ channel_id: channelIdArgument }),
  errors: ['channel_not_found'],
  handler: async ({ input, caller, env }) => {
    const { channel, viewer } = reachChannel({ env, caller }, input.channel_id);
    const { bookmarks } = unwrap(await channel.bookmarks(viewer));
    return { bookmarks };
  },
});
