import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { sessionOf } from '../../../../durable-objects/session/stub.ts';
import { users } from '../../../../migrations/shard/schema.ts';
import { AppError } from '../../../../shared/errors.ts';
import { isAdministrator } from '../../../../shared/user.ts';
import { parseArguments } from '../../../arguments.ts';
import type { ShardDb } from '../../../../migrations/shards.ts';
import { profileObject, withoutExpired } from '../../../slack-objects/profile.ts';
import { userObject, type UserRow } from '../../../slack-objects/user.ts';
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
  handler: async ({ input, caller, db, env, now }) => {
    const named = input.name === undefined ? input.profile : { [input.name]: input.value };
    const changes = parseArguments(ProfileChanges, named);
    const target = await accessForChanging(db, caller, input.user ?? caller.userId);
    const expired = withoutExpired(target.profile, now);
    const stored = storedChanges({ ...target.profile, ...expired }, changes);
    const row = await doChange(db, target, { ...expired, ...stored }, now);
    await notifyProfile(env, row, now);
    return { profile: profileObject(row, { withEmail: maySeeEmail(caller), now }) };
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

/** Devices and those who have the person on screen are told. Signed-in people see addresses. */
async function notifyProfile(env: Env, row: UserRow, now: number): Promise<void> {
  try {
    await sessionOf(env, row.workspaceId, row.id).profileChanged(userObject(row, { withEmail: true, now }));
  } catch (error) {
    // The profile is changed all the same, and whoever looks it up sees that.
    console.error({
      message: 'a profile was not told',
      workspaceId: row.workspaceId,
      user: row.id,
      error: String(error),
    });
  }
}
