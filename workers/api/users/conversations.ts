import { z } from 'zod';
import { listChannelsOf } from '../../channels/list-channels.ts';
import { conversationObject } from '../../slack-objects/conversation.ts';
import { requireKinds, typesArgument } from '../conversations/kinds.ts';
import { anyOf, readScopes } from '../conversations/scopes.ts';
import { decodeCursor, nextPage } from '../cursor.ts';
import { defineMethod } from '../method.ts';
import { cursorArgument, limitArgument, pagingErrors, takePage } from '../paging.ts';
import { accessUser } from './access-user.ts';

/** https://docs.slack.dev/reference/methods/users.conversations */
export const method = defineMethod({
  name: 'users.conversations',
  summary:
    'Lists the conversations that a person is in; of those that are not public, the ones that the caller shares.',
  scopes: anyOf(readScopes),
  tier: 3,
  input: z.object({
    user: z.string().optional().describe('Id of the person; the caller, unless said.'),
    types: typesArgument,
    exclude_archived: z.boolean().default(false).describe('Whether to leave out archived channels.'),
    cursor: cursorArgument,
    limit: limitArgument(100, 1000),
  }),
  errors: ['user_not_found', 'invalid_types', ...pagingErrors],
  handler: async ({ input, caller, db }) => {
    const kinds = requireKinds(caller, input.types);
    const after = decodeCursor(input.cursor, 'channel')?.place ?? null;
    const userId = input.user ?? caller.userId;
    if (userId !== caller.userId) await accessUser(db, caller.workspaceId, userId);
    const listing = { kinds, excludeArchived: input.exclude_archived, after, limit: input.limit };
    const rows = await listChannelsOf(db, caller, userId, listing);
    const { page, next } = takePage(rows, input.limit, { kind: 'channel', place: ({ id }) => id });
    return {
      channels: page.map(({ isMember, peer, ...facts }) =>
        conversationObject(caller.workspaceId, facts, { isMember, peer: peer ?? undefined }),
      ),
      ...nextPage(next),
    };
  },
});
