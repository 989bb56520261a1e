import { z } from 'zod';
import { unwrap } from '../../../shared/errors.ts';
import { reachChannel } from '../conversations/access-channel.ts';
import { defineMethod } from '../method.ts';
import {
  bookmarkChanges,
  bookmarkErrors,
  bookmarkFieldErrors,
  bookmarkIdArgument,
  channelIdArgument,
} from './bookmark-arguments.ts';

/** https://docs.slack.dev/reference/methods/bookmarks.edit */
export const method = defineMethod({
  name: 'bookmarks.edit',
  summary: 'Changes a link at the top of a conversation; what is left out stays.',
  scopes: { user: ['bookmarks:write'], bot: ['bookmarks:write'] },
  tier: 2,
  input: z.object({ channel_id: channelIdArgument, bookmark_id: bookmarkIdArgument, ...bookmarkChanges }),
  errors: [...bookmarkErrors, ...bookmarkFieldErrors, 'bookmark_not_found'],
  handler: async ({ input, caller, env }) => {
    const { channel_id: channelId, bookmark_id: bookmarkId, title, link, emoji } = input;
    const { channel, viewer } = reachChannel({ env, caller }, channelId);
    const changes = {
      ...(title === undefined ? {} : { title }),
      ...(link === undefined ? {} : { link }),
      ...(emoji === undefined ? {} : { emoji }),
    };
    const { bookmark } = unwrap(await channel.editBookmark(viewer, bookmarkId, changes));
    return { bookmark };
  },
});
