import { z } from 'zod';
import { askChannels, fetchMessages } from '../../channels/ask-channels.ts';
import { listChannelsOf } from '../../channels/list-channels.ts';
import { decodeCursor, nextPage } from '../cursor.ts';
import { defineMethod } from '../method.ts';
import { cursorArgument, limitArgument, pagingErrors, takePage } from '../paging.ts';
import { accessUser } from '../users/access-user.ts';

/** A call asks so many channels; a person in more has reactions that are not listed. */
const mostChannels = 500;

/**
 * https://docs.slack.dev/reference/methods/reactions.list. There is no list of reactions by person: the channels are asked,
 * and their answers merged, which is exact as far as it goes; messages are fetched for the page alone, and one that goes
 * meanwhile is left out. It covers the first 500 conversations, by their ids, that
 * the person is in and the caller may see, archived ones too; not those that the person has left. A message stands where
 * its latest reaction by the person puts it.
 */
export const method = defineMethod({
  name: 'reactions.list',
  summary: 'Lists messages that a person reacted to, the latest reaction first.',
  scopes: { user: ['reactions:read'], bot: ['reactions:read'] },
  tier: 2,
  input: z.object({
    user: z.string().optional().describe('Id of the person; the caller, unless said.'),
    full: z.boolean().optional().describe('Accepted; at most 50 people are named at a reaction, and all are counted.'),
    cursor: cursorArgument,
    limit: limitArgument(100, 200),
  }),
  errors: ['user_not_found', ...pagingErrors],
  handler: async ({ input, caller, db, env }) => {
    const cursor = decodeCursor(input.cursor, 'reaction');
    const before = cursor ? Number(cursor.place) : Number.MAX_SAFE_INTEGER;
    const userId = input.user ?? caller.userId;
    if (userId !== caller.userId) await accessUser(db, caller.workspaceId, userId);
    const kinds = ['public', 'private', 'im', 'mpim'] as const;
    const listing = { kinds, excludeArchived: false, after: null, limit: mostChannels };
    const rows = (await listChannelsOf(db, caller, userId, listing)).slice(0, mostChannels);
    const { answers } = await askChannels(
      { env, caller },
      rows.map(({ id }) => ({ channel: id })),
      (channel, viewer) => channel.reactedTo(viewer, userId, { before, limit: input.limit + 1 }),
    );
    const items = [...answers].flatMap(([channel, answer]) => answer.items.map((item) => ({ ...item, channel })));
    items.sort((a, b) => b.at - a.at);
    const { page, next } = takePage(items, input.limit, { kind: 'reaction', place: ({ at }) => String(at) });
    const { messageAt } = await fetchMessages({ env, caller }, page);
    return {
      items: page.flatMap(({ channel, ts }) => {
        const message = messageAt(channel, ts);
        return message ? [{ type: 'message', channel, message }] : [];
      }),
      ...nextPage(next),
    };
  },
});
