import type { users } from '../../migrations/shard/schema.ts';
import type { UnknownUser } from '../../shared/slack-export/people-in-message.ts';
import type { PlannedUser } from '../../shared/slack-export/plan.ts';
import type { Role } from '../../shared/user.ts';
import { cleanName, timeZoneOrUtc } from '../../shared/names.ts';
import type { Job } from './job.ts';

export type UserRow = typeof users.$inferInsert;

/** `now` in seconds. */
export function newUserRow(user: PlannedUser, { workspaceId, importer }: Job, now: number): UserRow {
  const { id, name, email, deleted, isBot, profile } = user;
  return {
    workspaceId,
    id,
    name: handle(name) || id.toLowerCase(),
    email,
    role: roleHere(user, importer.role),
    deactivated: deleted,
    isBot,
    tz: timeZoneOrUtc(user.tz || undefined),
    profile: { ...profile, real_name: cleanName(user.realName) || name, ...(email === null ? {} : { email }) },
    updated: now,
  };
}

/** Somebody of whom only messages tell. `is_placeholder` is ours: a later import that knows them may take the place over. */
export function placeholderRow(
  { id, name, realName, image }: UnknownUser,
  { workspaceId, importer }: Job,
  now: number,
): UserRow {
  return {
    workspaceId,
    id,
    name: id.toLowerCase(),
    email: null,
    role: 'member',
    deactivated: true,
    isBot: false,
    tz: timeZoneOrUtc(undefined),
    profile: {
      real_name: cleanName(realName || name).slice(0, 200) || `Unknown user ${id}`,
      display_name: cleanName(name).slice(0, 80),
      ...(image === '' ? {} : { image_72: image.slice(0, 2000) }),
      is_placeholder: true,
    },
    updated: now,
    importedBy: importer.userId,
  };
}

/**
 * An import gives nobody more than the person who imports has to give, and never ownership: an owner's import makes
 * administrators of those who were that or owners in Slack; an administrator's makes members of everybody.
 */
export function roleHere({ role, isGuest, isBot, deleted }: PlannedUser, importerRole: Role): Role {
  const mayLead = importerRole === 'owner' && !isGuest && !isBot && !deleted;
  return mayLead && role !== 'member' ? 'admin' : 'member';
}

/** Slack's are lower case with no space in them. */
function handle(name: string): string {
  return cleanName(name).toLowerCase().replaceAll(' ', '-');
}
