import { z } from 'zod';
import { unwrap } from '../../../shared/errors.ts';
import { reachChannel } from '../conversations/access-channel.ts';
import { defineMethod } from '../method.ts';
import { bookmarkErrors, bookmarkFieldErrors, bookmarkFields, channelIdArgument } from './bookmark-arguments.ts';

/** https://docs.slack.dev/reference/methods/bookmarks.add */
export const method = defineMethod({
  name: 'bookmarks.add',
  summary: 'Puts a link at the top of a conversation.',
  scopes: { user: ['bookmarks:write'], bot: ['bookmarks:write'] },
  tier: 2,
  input: z.object({
    channel_id: channelIdArgument,
    type: z.literal('link', 'invalid_bookmark_type').describe('Always `link`.'),
    ...bookmarkFields,
  }),
  errors: [...bookmarkErrors, ...bookmarkFieldErrors, 'invalid_bookmark_type', 'too_many_bookmarks'],
  handler: async ({ input, caller, env }) => {
    const { channel, viewer } = reachChannel({ env, caller }, input.channel_id);
    const { title, link, emoji } = input;
    const { bookmark } = unwrap(await channel.addBookmark(viewer, { title, link, emoji }));
    return { bookmark };
  },
});
