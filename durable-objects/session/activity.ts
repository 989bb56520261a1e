import { ActivityItem, type ActivityKind } from '../../shared/activity.ts';
import type { SessionServerFrame } from '../../shared/protocol/session-socket.ts';
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
  const standing = activityStanding(sql);
  for (const item of added) if (isKept(sql, item.id)) person.push({ type: 'activity', item, ...standing });
  return added;
}

/** The person is out of a channel that is not everybody's: what happened there is not theirs any more. */
export function forgetActivity({ sql }: Keeper, channel: string): void {
  sql.exec('DELETE FROM activity WHERE channel = ?', channel);
}

/** Lines that should not be there any more, or are not there. */
export function removeActivity({ sql }: Keeper, ids: ReadonlySet<string>): void {
  if (ids.size === 0) return;
  sql.exec('DELETE FROM activity WHERE id IN (SELECT value FROM json_each(?))', JSON.stringify([...ids]));
}

/** The person has looked at everything up to `at` (milliseconds). Never back: another device may have seen more. */
export function markActivity(person: Keeper, at: number): void {
  const { sql } = person;
  const newest = sql.exec<{ at: number | null }>('SELECT max(at) AS at FROM activity').one().at ?? 0;
  // Not past the newest line: what is to come has not been looked at, whatever a device's clock says.
  const until = Math.min(at, newest);
  if (until <= activityReadUntil(sql)) return;
  notingStanding(person, () => setSetting(sql, 'activity read', JSON.stringify(until)));
}

/** Does what may change what of the activity view is unread; devices are told if it does. */
export function notingStanding(person: Keeper, work: () => void): void {
  const before = activityStanding(person.sql);
  work();
  const after = activityStanding(person.sql);
  if (after.unread !== before.unread || after.has_new !== before.has_new) person.push({ type: 'activity', ...after });
}

/** Up to when the person has looked at it, in milliseconds; 0 when never. */
export function activityReadUntil(sql: SqlStorage): number {
  return Number(getSetting(sql, 'activity read') ?? 0);
}

/** Of a row of `activity`. Microseconds. */
const message = "CAST(replace(item ->> '$.ts', '.', '') AS INTEGER)";
const isInHistory = "coalesce(item ->> '$.thread_ts', item ->> '$.ts') = item ->> '$.ts' OR item ->> '$.in_channel'";

/**
 * Whether the person has read the message of a row of `activity` where it stands: by the cursors of its channel and its thread,
 * as these have said them. What stands in a channel that they have left is not to be read any more. Reactions and reminders are
 * of messages that were read long ago: they count as read when they have been looked at, and not before.
 */
const isReadInPlace = `kind NOT IN ('reaction', 'reminder', 'unscheduled') AND (
  EXISTS (
    SELECT 1 FROM channels WHERE id = activity.channel AND (
      entry IS NULL OR (${isInHistory}) AND CAST(replace(entry ->> '$.last_read', '.', '') AS INTEGER) >= ${message}
    )
  ) OR EXISTS (
    SELECT 1 FROM threads WHERE threads.channel = activity.channel AND thread_ts = item ->> '$.thread_ts'
      AND last_read >= ${message}
  )
)`;

type ActivityStanding = Pick<Extract<SessionServerFrame, { type: 'activity' }>, 'unread' | 'has_new'>;

/** What of it has been neither looked at nor read in its place. */
export function activityStanding(sql: SqlStorage): ActivityStanding {
  const { unread, any } = sql
    .exec<{ unread: number; any: number }>(
      `SELECT count(*) FILTER (WHERE kind <> 'reaction') AS unread, count(*) AS any
       FROM activity WHERE at > ? AND NOT (${isReadInPlace})`,
      activityReadUntil(sql),
    )
    .one();
  return { unread, has_new: any > 0 };
}

type Row = { at: number; row: number; item: string; is_read: number };

/** A line, and whether what it is about was read in its place. */
export type ActivityLine = { item: ActivityItem; isRead: boolean };

/** The newest first; of all kinds, unless some are named. */
export function listActivity(
  sql: SqlStorage,
  { after, limit, kinds }: PageRequest & { kinds: readonly ActivityKind[] | null },
): Listed<ActivityLine> {
  const [at, row] = readPlace(after) ?? [Number.MAX_SAFE_INTEGER, 0];
  const rows = sql
    .exec<Row>(
      `SELECT at, row, item, ${isReadInPlace} AS is_read FROM activity
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
    ({ item, is_read }) => ({ item: ActivityItem.parse(JSON.parse(item)), isRead: is_read === 1 }),
  );
}

/** A line that is there stays as it is; of reactions to a message it is that of the newest. */
function insert(sql: SqlStorage, item: ActivityItem): boolean {
  return (
    sql.exec(
      `INSERT INTO activity (id, at, kind, channel, item) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET at = excluded.at, item = excluded.item
       WHERE kind = 'reaction' AND (excluded.at, excluded.item) > (at, item)`,
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
