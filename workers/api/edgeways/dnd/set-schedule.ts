import { z } from 'zod';
import { defineMethod } from '../../method.ts';
import { accessUser } from '../../users/access-user.ts';
import { ownSession } from '../../own-session.ts';

const minutes = z.int().min(0).max(1439);

export const method = defineMethod({
  name: 'edgeways.dnd.setSchedule',
  summary: "Sets when the caller wants no notifications every day, in the caller's time zone.",
  scopes: { user: ['dnd:write'] },
  tier: 3,
  input: z.object({
    is_enabled: z.boolean().describe('Whether the schedule is kept.'),
    start: minutes.describe('When a period begins, in minutes after midnight.'),
    end: minutes.describe("When it ends; not after `start`: the next day's."),
    days: z
      .array(z.coerce.number().int().min(0).max(6))
      .max(7)
      .describe('The days on which a period may begin, separated by commas; 0 is Sunday.'),
  }),
  errors: [],
  handler: async ({ input, caller, db, env }) => {
    const { tz } = await accessUser(db, caller.workspaceId, caller.userId);
    return await ownSession({ env, caller }).setDndSchedule(input, tz);
  },
});
