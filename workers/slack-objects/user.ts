import type { users } from '../../migrations/shard/schema.ts';
import { isAdministrator } from '../../shared/user.ts';
import { profileObject, type ProfileView } from './profile.ts';
import { describeZone } from './time-zone.ts';

export type UserRow = typeof users.$inferSelect;

/** Slack's user object (https://api.slack.com/types/user). `now` in milliseconds, for the time zone's offset. */
export function userObject(row: UserRow, { withEmail, now }: ProfileView) {
  return {
    id: row.id,
    team_id: row.workspaceId,
    name: row.name,
    deleted: row.deactivated,
    real_name: row.profile.real_name,
    tz: row.tz,
    ...describeZone(row.tz, now),
    profile: profileObject(row, { withEmail, now }),
    is_admin: isAdministrator(row.role),
    is_owner: row.role === 'owner',
    is_primary_owner: false,
    is_restricted: false,
    is_ultra_restricted: false,
    is_bot: row.isBot,
    is_app_user: false,
    updated: row.updated,
  };
}
