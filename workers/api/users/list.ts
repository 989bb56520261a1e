import { and, asc, eq, gt } from 'drizzle-orm';
import { z } from 'zod';
import { users } from '../../../migrations/shard/schema.ts';
import { userObject } from '../../slack-objects/user.ts';
import { decodeCursor, nextPage } from '../cursor.ts';
import { defineMethod } from '../method.ts';
import { cursorArgument, limitArgument, pagingErrors, takePage } from '../paging.ts';
import { maySeeEmail } from './may-see-email.ts';

/** https://docs.slack.dev/reference/methods/users.list */
export const method = defineMethod({
  name: 'users.list',
  summary: 'Lists the people of the workspace, deactivated ones and bots too.',
  scopes: { user: ['users:read'], bot: ['users:read'] },
  tier: 2,
  input: z.object({ cursor: cursorArgument, limit: limitArgument(1000, 1000) }),
  errors: pagingErrors,
  handler: async ({ input, caller, db, now }) => {
    const after = decodeCursor(input.cursor, 'user')?.place;
    const rows = await db
      .select()
      .from(users)
      .where(and(eq(users.workspaceId, caller.workspaceId), after === undefined ? undefined : gt(users.id, after)))
      .orderBy(asc(users.id))
      .limit(input.limit + 1);
    const { page, next } = takePage(rows, input.limit, { kind: 'user', place: ({ id }) => id });
    const withEmail = maySeeEmail(caller);
    return {
      members: page.map((row) => userObject(row, { withEmail, now })),
      cache_ts: Math.floor(now / 1000),
      ...nextPage(next),
    };
  },
});
