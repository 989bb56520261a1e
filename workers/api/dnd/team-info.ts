import { z } from 'zod';
import { sessionOf } from '../../../durable-objects/session/stub.ts';
import { findActivePeople } from '../../../migrations/active-people.ts';
import { inParallel } from '../../../shared/in-parallel.ts';
import { defineMethod } from '../method.ts';

/** https://docs.slack.dev/reference/methods/dnd.teamInfo */
export const method = defineMethod({
  name: 'dnd.teamInfo',
  summary: 'Says when several people want no notifications.',
  scopes: { user: ['dnd:read'], bot: ['dnd:read'] },
  tier: 2,
  input: z.object({
    users: z
      .array(z.string())
      .max(50)
      .describe('Ids of the people, separated by commas; at most 50. Those who are not of the workspace are left out.'),
  }),
  errors: [],
  handler: async ({ input, caller, db, env }) => {
    const active = await findActivePeople(db, caller.workspaceId, input.users);
    const entries = await inParallel([...active], 10, async (userId) => {
      const { dnd_enabled, next_dnd_start_ts, next_dnd_end_ts } = await sessionOf(
        env,
        caller.workspaceId,
        userId,
      ).dnd();
      return [userId, { dnd_enabled, next_dnd_start_ts, next_dnd_end_ts }] as const;
    });
    return { users: Object.fromEntries(entries) };
  },
});
