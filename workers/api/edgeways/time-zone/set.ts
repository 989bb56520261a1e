import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { users } from '../../../../migrations/shard/schema.ts';
import { AppError } from '../../../../shared/errors.ts';
import { userObject } from '../../../slack-objects/user.ts';
import { defineMethod } from '../../method.ts';
import { clientScopes, ownSession } from '../../own-session.ts';

export const method = defineMethod({
  name: 'edgeways.timeZone.set',
  summary: "Sets the caller's time zone, by which their reminders and schedules go.",
  scopes: clientScopes,
  tier: 3,
  input: z.object({
    tz: z.string().refine(isTimeZone).describe('An IANA name, such as `Europe/Lisbon`.'),
  }),
  errors: ['user_not_found'],
  handler: async ({ input, caller, db, env, now }) => {
    const [row] = await db
      .update(users)
      .set({ tz: input.tz, updated: Math.floor(now / 1000) })
      .where(and(eq(users.workspaceId, caller.workspaceId), eq(users.id, caller.userId)))
      .returning();
    if (!row) throw new AppError('user_not_found');
    await ownSession({ env, caller }).profileChanged(userObject(row, { withEmail: true, now }));
    return { tz: row.tz };
  },
});

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
