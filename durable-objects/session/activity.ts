import { ActivityItem, type ActivityKind } from '../../shared/activity.ts';
import { readPlace, toPage, type Listed, type PageRequest } from './page.ts';
import type { Keeper } from './person.ts';
import { getSetting, setSetting } from './settings.ts';

/** How many lines the activity view has; the oldest go. */
export const maxActivity = 500;

/** Adds lines to the activity view; those that were not there already. One that is too old to stay changes nothing. */
export function addActivity(person: Keeper, items: readonly ActivityItem[]): ActivityItem[] {
  const { sql } = person;
  const added = items.filter((item) => insert(sql, item));
  if (added.length === 0) return [];
  sql.exec(
    `DELETE FROM activity WHERE row IN
       (SELECT row FROM activity ORDER BY at DESC, row DESC LIMIT -1 OFFSET ${maxActivity})`,
  );
  const unread = unreadActivity(sql);
  for (const item of added) if (isKept(sql, item.id)) person.push({ type: 'activity', item, unread });
  return added;
}

/** The person is out of a channel that is not everybody's: what happened there is not theirs any more. */
export function forgetActivity(person: Keeper, channel: string): void {
  const before = unreadActivity(person.sql);
  person.sql.exec('DELETE FROM activity WHERE channel = ?', channel);
  pushCount(person, before);
}

/** Lines that should not be there any more, or are not there. */
export function removeActivity(person: Keeper, ids: ReadonlySet<string>): void {
  if (ids.size === 0) return;
  const before = unreadActivity(person.sql);
  person.sql.exec('DELETE FROM activity WHERE id IN (SELECT value FROM json_each(?))', JSON.stringify([...ids]));
  pushCount(person, before);
}

/** The person has looked at everything up to `at` (milliseconds). Never back: another device may have seen more. */
export function markActivity(person: Keeper, at: number): void {
  const { sql } = person;
  const newest = sql.exec<{ at: number | null }>('SELECT max(at) AS at FROM activity').one().at ?? 0;
  // Not past the newest line: what is to come has not been looked at, whatever a device's clock says.
  const until = Math.min(at, newest);
  if (until <= activityReadUntil(sql)) return;
  const before = unreadActivity(sql);
  setSetting(sql, 'activity read', JSON.stringify(until));
  pushCount(person, before);
}

/** Up to when the person has looked at it, in milliseconds; 0 when never. */
export function activityReadUntil(sql: SqlStorage): number {
  return Number(getSetting(sql, 'activity read') ?? 0);
}

export function unreadActivity(sql: SqlStorage): number {
  return sql
    .exec<{ count: number }>('SELECT count(*) AS count FROM activity WHERE at > ?', activityReadUntil(sql))
    .one().count;
}

type Row = { at: number; row: number; item: string };

/** The newest first; of all kinds, unless some are named. */
export function listActivity(
  sql: SqlStorage,
  { after, limit, kinds }: PageRequest & { kinds: readonly ActivityKind[] | null },
): Listed<ActivityItem> {
  const [at, row] = readPlace(after) ?? [Number.MAX_SAFE_INTEGER, 0];
  const rows = sql
    .exec<Row>(
      `SELECT at, row, item FROM activity
       WHERE (at, row) < (?, ?) AND (? IS NULL OR kind IN (SELECT value FROM json_each(?)))
       ORDER BY at DESC, row DESC LIMIT ?`,
      at ?? null,
      row ?? null,
      kinds && 1,
      JSON.stringify(kinds ?? []),
      limit + 1,
    )
    .toArray();
  return toPage(
    rows,
    limit,
    (last) => [last.at, last.row],
    ({ item }) => ActivityItem.parse(JSON.parse(item)),
  );
}

function insert(sql: SqlStorage, item: ActivityItem): boolean {
  return (
    sql.exec(
      'INSERT OR IGNORE INTO activity (id, at, kind, channel, item) VALUES (?, ?, ?, ?, ?)',
      item.id,
      item.at,
      item.kind,
      item.channel ?? null,
      JSON.stringify(item),
    ).rowsWritten > 0
  );
}

function isKept(sql: SqlStorage, id: string): boolean {
  return sql.exec('SELECT 1 FROM activity WHERE id = ?', id).toArray().length > 0;
}

function pushCount(person: Keeper, before: number): void {
  const unread = unreadActivity(person.sql);
  if (unread !== before) person.push({ type: 'activity', unread });
}
