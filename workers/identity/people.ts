import type { users } from '../../migrations/shard/schema.ts';
import { newId } from '../../shared/ids.ts';
import type { Role } from '../../shared/user.ts';
import { cleanName, timeZoneOrUtc } from '../../shared/names.ts';

/** What somebody says of themselves when they come in. */
export type NewPerson = { email: string; displayName: string; tz: string | undefined };

/** The row of a new person, with everything but the handle, which needs looking for. */
export function newUserRow(person: NewPerson, workspaceId: string, role: Role, now: number) {
  const name = cleanName(person.displayName) || person.email;
  return {
    workspaceId,
    id: newId('U'),
    email: person.email,
    role,
    deactivated: false,
    isBot: false,
    tz: timeZoneOrUtc(person.tz),
    profile: { real_name: name, display_name: name, email: person.email },
    updated: Math.floor(now / 1000),
  } satisfies Partial<typeof users.$inferInsert>;
}
