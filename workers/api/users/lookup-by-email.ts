import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { users } from '../../../migrations/shard/schema.ts';
import { AppError } from '../../../shared/errors.ts';
import { userObject } from '../../slack-objects/user.ts';
import { defineMethod } from '../method.ts';

/** https://docs.slack.dev/reference/methods/users.lookupByEmail */
export const method = defineMethod({
  name: 'users.lookupByEmail',
  summary: 'Finds an active person by their e-mail address.',
  scopes: { user: ['users:read.email'], bot: ['users:read.email'] },
  tier: 3,
  input: z.object({ email: z.string().trim().toLowerCase().describe('The whole address.') }),
  errors: ['users_not_found'],
  handler: async ({ input, caller, db, now }) => {
    const [row] = await db
      .select()
      .from(users)
      .where(
        and(eq(users.workspaceId, caller.workspaceId), eq(users.email, input.email), eq(users.deactivated, false)),
      );
    if (!row) throw new AppError('users_not_found');
    return { user: userObject(row, { withEmail: true, now }) };
  },
});
