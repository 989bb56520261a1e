import { z } from 'zod';
import { userObject } from '../../slack-objects/user.ts';
import { defineMethod } from '../method.ts';
import { accessUser } from './access-user.ts';
import { maySeeEmail } from './may-see-email.ts';

/** https://docs.slack.dev/reference/methods/users.info */
export const method = defineMethod({
  name: 'users.info',
  summary: 'Describes a person.',
  scopes: { user: ['users:read'], bot: ['users:read'] },
  tier: 4,
  input: z.object({ user: z.string().describe('Id of the person.') }),
  errors: ['user_not_found'],
  handler: async ({ input, caller, db, now }) => {
    const row = await accessUser(db, caller.workspaceId, input.user);
    return { user: userObject(row, { withEmail: maySeeEmail(caller), now }) };
  },
});
