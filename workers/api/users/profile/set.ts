import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { users } from '../../../../migrations/shard/schema.ts';
import { AppError } from '../../../../shared/errors.ts';
import { isAdministrator } from '../../../../shared/user.ts';
import { parseArguments } from '../../../arguments.ts';
import type { ShardDb } from '../../../../migrations/shards.ts';
import { profileObject } from '../../../slack-objects/profile.ts';
import type { UserRow } from '../../../slack-objects/user.ts';
import { defineMethod, type Caller } from '../../method.ts';
import { accessUser } from '../access-user.ts';
import { maySeeEmail } from '../may-see-email.ts';
import { changeableFields, ProfileChanges, storedChanges } from './changes.ts';

/** https://docs.slack.dev/reference/methods/users.profile.set */
export const method = defineMethod({
  name: 'users.profile.set',
  summary: "Changes fields of the caller's profile; administrators may change those of others.",
  scopes: { user: ['users.profile:write'] },
  tier: 3,
  input: z.object({
    profile: z
      .record(z.string(), z.unknown(), 'invalid_profile')
      .optional()
      .describe(`Fields and their new values. These can be changed: ${changeableFields.join(', ')}.`),
    name: z.string().optional().describe('One field, instead of `profile`.'),
    value: z.string().default('').describe('Its new value.'),
    user: z.string().optional().describe('Id of the person; the caller, unless said.'),
  }),
  errors: ['invalid_profile', 'reserved_name', 'too_long', 'not_admin', 'cannot_update_admin_user', 'user_not_found'],
  handler: async ({ input, caller, db, now }) => {
    const named = input.name === undefined ? input.profile : { [input.name]: input.value };
    const changes = parseArguments(ProfileChanges, named);
    const target = await accessForChanging(db, caller, input.user ?? caller.userId);
    const row = await doChange(db, target, storedChanges(target.profile, changes), now);
    return { profile: profileObject(row, maySeeEmail(caller)) };
  },
});

async function accessForChanging(db: ShardDb, caller: Caller, userId: string): Promise<UserRow> {
  const isSelf = userId === caller.userId;
  if (!isSelf && !isAdministrator(caller.role)) throw new AppError('not_admin');
  const target = await accessUser(db, caller.workspaceId, userId);
  if (!isSelf && isAdministrator(target.role) && caller.role !== 'owner') {
    throw new AppError('cannot_update_admin_user');
  }
  return target;
}

/** Patched in the database, so that two changes at once, of different fields, both last. */
async function doChange(db: ShardDb, target: UserRow, changes: object, now: number): Promise<UserRow> {
  const [row] = await db
    .update(users)
    .set({
      profile: sql`json_patch(${users.profile}, ${JSON.stringify(changes)})`,
      updated: Math.floor(now / 1000),
    })
    .where(and(eq(users.workspaceId, target.workspaceId), eq(users.id, target.id)))
    .returning();
  if (!row) throw new AppError('user_not_found');
  return row;
}
