import type { userGroups } from '../../migrations/shard/schema.ts';

export type GroupRow = typeof userGroups.$inferSelect;

/** Slack's user group object (https://api.slack.com/types/usergroup). */
export function groupObject(row: GroupRow, more: { users?: readonly string[]; count?: number } = {}) {
  return {
    id: row.id,
    team_id: row.workspaceId,
    is_usergroup: true,
    is_subteam: true,
    is_external: false,
    name: row.name,
    description: row.description,
    handle: row.handle,
    date_create: row.created,
    date_update: row.updated,
    date_delete: row.disabled ?? 0,
    auto_type: null,
    created_by: row.creator,
    updated_by: row.updatedBy,
    deleted_by: row.disabled === null ? null : row.updatedBy,
    prefs: { channels: [], groups: [] },
    ...(more.users === undefined ? {} : { users: more.users }),
    ...(more.count === undefined ? {} : { user_count: more.count }),
  };
}
