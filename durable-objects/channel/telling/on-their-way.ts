/**
 * Members whose news is on its way through a queue: `knows` is 3 until it was told, or is taken back. That some may be is
 * noted with the time, so that what was lost is missed, also by an object that has slept since.
 */

/** What there is to tell these is about to go into the queue: those of them whose news was not on its way already. */
export function setOnTheirWay(sql: SqlStorage, userIds: readonly string[], now: number): string[] {
  sql.exec('INSERT OR IGNORE INTO queued (one, since) VALUES (1, ?)', now);
  return sql
    .exec<{ user_id: string }>(
      `UPDATE members SET knows = 3 WHERE knows <> 3 AND user_id IN (SELECT value FROM json_each(?)) RETURNING user_id`,
      JSON.stringify(userIds),
    )
    .toArray()
    .map((row) => row.user_id);
}

/** It did not go, or did not arrive. */
export function takeBack(sql: SqlStorage, userIds: readonly string[]): void {
  sql.exec(
    'UPDATE members SET knows = 2 WHERE knows = 3 AND user_id IN (SELECT value FROM json_each(?))',
    JSON.stringify(userIds),
  );
}

/** Since when some may have been on their way; null: nobody is. Milliseconds. */
export function queuedSince(sql: SqlStorage): number | null {
  return sql.exec<{ since: number }>('SELECT since FROM queued').toArray()[0]?.since ?? null;
}

const sliceSize = 500;

/**
 * Takes everybody back who is on the way, with a breath between the slices. When there was nobody, nothing more is to be
 * missed; else it is looked at again, counted from `now`, because more may have gone meanwhile.
 */
export async function takeBackAll(sql: SqlStorage, now: number, breathe: () => Promise<void>): Promise<void> {
  sql.exec('UPDATE queued SET since = ?', now);
  let count = 0;
  for (let after: string | null = ''; after !== null; await breathe()) {
    const rows: { user_id: string; knows: number }[] = sql
      .exec<{ user_id: string; knows: number }>(
        `SELECT user_id, knows FROM members WHERE user_id > ? ORDER BY user_id LIMIT ${sliceSize}`,
        after,
      )
      .toArray();
    const onTheirWay = rows.filter(({ knows }) => knows === 3);
    takeBack(
      sql,
      onTheirWay.map((row) => row.user_id),
    );
    count += onTheirWay.length;
    after = rows.length === sliceSize ? (rows.at(-1)?.user_id ?? null) : null;
    if (after === null && count === 0) sql.exec('DELETE FROM queued');
  }
}
