import { z } from 'zod';
import { doSignOut } from '../../identity/sessions.ts';
import { doRevokeToken } from '../../identity/tokens.ts';
import { defineMethod } from '../method.ts';

/** https://api.slack.com/methods/auth.revoke */
export const method = defineMethod({
  name: 'auth.revoke',
  summary: 'Revokes the token it is called with; for a signed-in device that is to sign out.',
  scopes: { user: [], bot: [] },
  tier: 3,
  input: z.object({ test: z.boolean().default(false).describe('Whether to only try, and revoke nothing.') }),
  errors: [],
  handler: async ({ input, caller, db, env, now }) => {
    if (input.test) return { revoked: false };
    if (caller.via === 'token') await doRevokeToken(db, caller.workspaceId, caller.tokenHash, now);
    else await doSignOut(env, db, caller, { sessionId: caller.sessionId }, now);
    return { revoked: true };
  },
});
