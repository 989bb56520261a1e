import { z } from 'zod';
import { profileObject } from '../../../slack-objects/profile.ts';
import { defineMethod } from '../../method.ts';
import { accessUser } from '../access-user.ts';
import { maySeeEmail } from '../may-see-email.ts';

/** https://docs.slack.dev/reference/methods/users.profile.get */
export const method = defineMethod({
  name: 'users.profile.get',
  summary: "Reads a person's profile.",
  scopes: { user: ['users.profile:read'], bot: ['users.profile:read'] },
  tier: 4,
  input: z.object({ user: z.string().optional().describe('Id of the person; the caller, unless said.') }),
  errors: ['user_not_found'],
  handler: async ({ input, caller, db, now }) => {
    const row = await accessUser(db, caller.workspaceId, input.user ?? caller.userId);
    return { profile: profileObject(row, { withEmail: maySeeEmail(caller), now }) };
  },
});
