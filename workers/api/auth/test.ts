import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { users, workspaces } from '../../../migrations/shard/schema.ts';
import { AppError } from '../../../shared/errors.ts';
import { publicOrigin } from '../../identity/origin.ts';
import { defineMethod } from '../method.ts';

/** https://api.slack.com/methods/auth.test */
export const method = defineMethod({
  name: 'auth.test',
  summary: 'Says who the token belongs to.',
  scopes: { user: [], bot: [] },
  tier: 4,
  input: z.object({}),
  errors: [],
  handler: async ({ caller, db, request }) => {
    const [self] = await db
      .select({ user: users.name, team: workspaces.name })
      .from(users)
      .innerJoin(workspaces, eq(workspaces.id, users.workspaceId))
      .where(and(eq(users.workspaceId, caller.workspaceId), eq(users.id, caller.userId)));
    if (!self) throw new AppError('invalid_auth');
    return {
      url: `${publicOrigin(request)}/`,
      ...self,
      team_id: caller.workspaceId,
      user_id: caller.userId,
      is_enterprise_install: false,
    };
  },
});
