import { z } from 'zod';
import { sessionOf } from '../../../durable-objects/session/stub.ts';
import { defineMethod } from '../method.ts';
import { accessUser } from './access-user.ts';

/** https://docs.slack.dev/reference/methods/users.getPresence */
export const method = defineMethod({
  name: 'users.getPresence',
  summary: 'Says whether somebody is there; to the caller about themselves, also why.',
  scopes: { user: ['users:read'], bot: ['users:read'] },
  tier: 3,
  input: z.object({ user: z.string().optional().describe('Id of the person; the caller, unless said.') }),
  errors: ['user_not_found'],
  handler: async ({ input: { user = '' }, caller, db, env }) => {
    const userId = user === '' ? caller.userId : user;
    if (userId !== caller.userId) await accessUser(db, caller.workspaceId, userId);
    const { presence, manual_away, connections, isActive, lastActivity } = await sessionOf(
      env,
      caller.workspaceId,
      userId,
    ).presence();
    if (userId !== caller.userId) return { presence };
    return {
      presence,
      online: connections > 0,
      auto_away: connections > 0 && !isActive,
      manual_away,
      connection_count: connections,
      ...(lastActivity === null ? {} : { last_activity: lastActivity }),
    };
  },
});
