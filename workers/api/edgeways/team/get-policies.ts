import { z } from 'zod';
import { defineMethod } from '../../method.ts';

export const method = defineMethod({
  name: 'edgeways.team.getPolicies',
  summary: 'Tells what administrators have decided for everybody in the workspace.',
  scopes: { user: ['team:read'], bot: ['team:read'] },
  tier: 3,
  input: z.object({}),
  errors: [],
  handler: async ({ caller }) => ({ policies: caller.policies }),
});
