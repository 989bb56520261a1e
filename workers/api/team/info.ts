import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { workspaces } from '../../../migrations/shard/schema.ts';
import { AppError } from '../../../shared/errors.ts';
import { publicOrigin } from '../../identity/origin.ts';
import { defineMethod } from '../method.ts';

/** https://api.slack.com/methods/team.info */
export const method = defineMethod({
  name: 'team.info',
  summary: 'Describes the workspace.',
  scopes: { user: ['team:read'], bot: ['team:read'] },
  tier: 3,
  input: z.object({ team: z.string().optional().describe("Id of the workspace; only one's own is known.") }),
  errors: ['team_not_found'],
  handler: async ({ input, caller, db, request }) => {
    const id = input.team ?? caller.workspaceId;
    // Another workspace looks like none, whichever shard it is on.
    if (id !== caller.workspaceId) throw new AppError('team_not_found');
    const [team] = await db
      .select({ id: workspaces.id, name: workspaces.name, domain: workspaces.domain })
      .from(workspaces)
      .where(eq(workspaces.id, id));
    if (!team) throw new AppError('team_not_found');
    return { team: { ...team, url: `${publicOrigin(request)}/`, email_domain: '', icon: { image_default: true } } };
  },
});
