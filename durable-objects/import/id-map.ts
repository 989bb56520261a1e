import type { IdMap } from '../../shared/slack-export/map-ids.ts';

/** What has another id here than in the export: people known by their address, and #general. Null when nothing has. */
export function getIdMap(sql: SqlStorage): IdMap | null {
  const users = targets(sql, 'users');
  const channels = targets(sql, 'channels');
  if (users.size === 0 && channels.size === 0) return null;
  return { user: (id) => users.get(id) ?? id, channel: (id) => channels.get(id) ?? id };
}

function targets(sql: SqlStorage, table: 'users' | 'channels'): Map<string, string> {
  const rows = sql.exec<{ id: string; target: string }>(`SELECT id, target FROM ${table} WHERE target <> id`);
  return new Map(rows.toArray().map(({ id, target }) => [id, target]));
}
