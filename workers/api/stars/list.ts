import { z } from 'zod';
import type { ChannelKind } from '../../../shared/channel.ts';
import { fetchMessages } from '../../channels/ask-channels.ts';
import { decodeCursor, encodeCursor, nextPage } from '../cursor.ts';
import { ownSession } from '../own-session.ts';
import { readSavedScopes } from '../edgeways/saved/saved-arguments.ts';
import { defineMethod, type Answer } from '../method.ts';
import { cursorArgument, limitArgument, pagingErrors } from '../paging.ts';

/** Slack's words for starred conversations of each kind. */
const typeOf = { public: 'channel', private: 'group', im: 'im', mpim: 'group' } as const satisfies Record<
  ChannelKind,
  string
>;

/**
 * https://docs.slack.dev/reference/methods/stars.list. A message that is gone, or that the caller may not see any more, is
 * left out, so that a page may be shorter than it says.
 */
export const method = defineMethod({
  name: 'stars.list',
  summary:
    'Lists the messages that the caller has saved and is not done with, and the conversations they have starred.',
  scopes: readSavedScopes,
  tier: 3,
  input: z.object({
    cursor: cursorArgument,
    limit: limitArgument(0, 200).describe('As `count`, with `cursor`.'),
    count: limitArgument(100, 200),
    page: z.int().min(1).max(1_000_000).default(1).describe('Which page to list, instead of `cursor`.'),
  }),
  errors: pagingErrors,
  handler: async ({ input, caller, env }) => {
    const count = input.limit || input.count;
    const page = Number(decodeCursor(input.cursor, 'page')?.place ?? input.page);
    const { entries, total } = await ownSession({ env, caller }).stars({ offset: (page - 1) * count, limit: count });
    const { messageAt } = await fetchMessages(
      { env, caller },
      entries.flatMap((entry) => ('ts' in entry ? [entry] : [])),
    );
    const items = entries.flatMap((entry): Answer[] => {
      const { channel, starred } = entry;
      if ('kind' in entry) return [{ type: typeOf[entry.kind], channel, date_create: starred }];
      const message = messageAt(channel, entry.ts);
      return message ? [{ type: 'message', channel, message, date_create: starred }] : [];
    });
    const pages = Math.ceil(total / count);
    return {
      items,
      paging: { count, total, page, pages },
      ...nextPage(page < pages ? encodeCursor('page', String(page + 1)) : null),
    };
  },
});
