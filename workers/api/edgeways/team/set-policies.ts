import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { workspaces } from '../../../../migrations/shard/schema.ts';
import { WorkspacePolicies } from '../../../../shared/workspace.ts';
import { defineMethod } from '../../method.ts';
import { requireAdministrator } from '../../require-administrator.ts';

export const method = defineMethod({
  name: 'edgeways.team.setPolicies',
  summary: 'Decides for everybody in the workspace; administrators only.',
  scopes: { user: ['admin'] },
  tier: 2,
  input: z.object({
    policies: WorkspacePolicies.partial()
      .strict()
      .describe(
        'What to change, as JSON: `call_everybody` (everyone or administrators: who may call everybody in a large channel), `large_channel` (members).',
      ),
  }),
  errors: ['not_an_admin'],
  handler: async ({ input, caller, db }) => {
    requireAdministrator(caller);
    const policies = WorkspacePolicies.parse({ ...caller.policies, ...input.policies });
    await db.update(workspaces).set({ policies }).where(eq(workspaces.id, caller.workspaceId));
    return { policies };
  },
});
