import { z } from 'zod';
import { unwrap } from '../../../shared/errors.ts';
import { reachChannel } from '../conversations/access-channel.ts';
import { defineMethod } from '../method.ts';
import { bookmarkErrors, bookmarkIdArgument, channelIdArgument } from './bookmark-arguments.ts';

/** https://docs.slack.dev/reference/methods/bookmarks.remove */
export const method = defineMethod({
  name: 'bookmarks.remove',
  summary: 'Takes a link from the top of a conversation.',
  scopes: { user: ['bookmarks:write'], bot: ['bookmarks:write'] },
  tier: 2,
  input: z.object({ channel_id: channelIdArgument, bookmark_id: bookmarkIdArgument }),
  errors: [...bookmarkErrors, 'bookmark_not_found'],
  handler: async ({ input, caller, env }) => {
    const { channel, viewer } = reachChannel({ env, caller }, input.channel_id);
    unwrap(await channel.removeBookmark(viewer, input.bookmark_id));
    return {};
  },
});
