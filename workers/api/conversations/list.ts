import { z } from 'zod';
import { listChannels } from '../../channels/list-channels.ts';
import { conversationObject } from '../../slack-objects/conversation.ts';
import { decodeCursor, nextPage } from '../cursor.ts';
import { defineMethod } from '../method.ts';
import { cursorArgument, limitArgument, pagingErrors, takePage } from '../paging.ts';
import { requireKinds, typesArgument } from './kinds.ts';
import { anyOf, readScopes } from './scopes.ts';

/** https://docs.slack.dev/reference/methods/conversations.list */
export const method = defineMethod({
  name: 'conversations.list',
  summary:
    'Lists the conversations of the workspace that the caller may know of: public channels, and their own others.',
  scopes: anyOf(readScopes),
  tier: 2,
  input: z.object({
    types: typesArgument,
    exclude_archived: z.boolean().default(false).describe('Whether to leave out archived channels.'),
    cursor: cursorArgument,
    limit: limitArgument(100, 1000),
  }),
  errors: ['invalid_types', ...pagingErrors],
  handler: async ({ input, caller, db }) => {
    const kinds = requireKinds(caller, input.types);
    const after = decodeCursor(input.cursor, 'channel')?.place ?? null;
    const listing = { kinds, excludeArchived: input.exclude_archived, after, limit: input.limit };
    const rows = await listChannels(db, caller, listing);
    const { page, next } = takePage(rows, input.limit, { kind: 'channel', place: ({ id }) => id });
    return {
      channels: page.map(({ isMember, memberCount, peer, ...facts }) =>
        conversationObject(caller.workspaceId, facts, { isMember, memberCount, peer: peer ?? undefined }),
      ),
      ...nextPage(next),
    };
  },
});
