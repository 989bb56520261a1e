import { z } from 'zod';
import { sessionOf } from '../../../durable-objects/session/stub.ts';
import { defineMethod } from '../method.ts';
import { accessUser } from '../users/access-user.ts';
import { snoozeFields } from './snooze-fields.ts';

/** https://docs.slack.dev/reference/methods/dnd.info. Beyond Slack's, it tells of a pause by hand of others too. */
export const method = defineMethod({
  name: 'dnd.info',
  summary: 'Says when somebody wants no notifications.',
  scopes: { user: ['dnd:read'], bot: ['dnd:read'] },
  tier: 3,
  input: z.object({ user: z.string().optional().describe('Id of the person; the caller, unless said.') }),
  errors: ['user_not_found'],
  handler: async ({ input: { user = '' }, caller, db, env, now }) => {
    const userId = user === '' ? caller.userId : user;
    if (userId !== caller.userId) await accessUser(db, caller.workspaceId, userId);
    const dnd = await sessionOf(env, caller.workspaceId, userId).dnd();
    return { ...dnd, ...snoozeFields(dnd, now) };
  },
});
