import type { Keeper } from './person.ts';

/** How long until a session that did not answer is asked again, at first and at most. Milliseconds. */
const firstRetry = 5_000;
const longestRetry = 120_000;
/** Others are asked when a device says again that they are on screen. */
const maxUnanswered = 1_000;

/** Of those who were asked, these did not answer. On disk: the object may hibernate before they are asked again. */
export function noteUnanswered(person: Keeper, asked: readonly string[], unknown: ReadonlySet<string>): void {
  const { sql } = person;
  const now = person.now();
  const answered = asked.filter((id) => !unknown.has(id));
  sql.exec('DELETE FROM unanswered WHERE user_id IN (SELECT value FROM json_each(?))', JSON.stringify(answered));
  const { count } = sql.exec<{ count: number }>('SELECT count(*) AS count FROM unanswered').one();
  const json = JSON.stringify([...unknown]);
  // Those who are listed first: none of them may stay due, or the alarm would ring without end.
  sql.exec(
    `UPDATE unanswered SET tries = tries + 1, again = ? + min(?, ? << min(tries + 1, 10))
     WHERE user_id IN (SELECT value FROM json_each(?))`,
    now,
    longestRetry,
    firstRetry,
    json,
  );
  sql.exec(
    `INSERT INTO unanswered (user_id, again) SELECT value, ? FROM json_each(?)
     WHERE value NOT IN (SELECT user_id FROM unanswered) LIMIT ?`,
    now + firstRetry,
    json,
    Math.max(0, maxUnanswered - count),
  );
  const again = nextUnanswered(sql);
  if (again !== null) person.ringBy(again);
}

/** When somebody is to be asked again, in milliseconds; null when nobody is. */
export function nextUnanswered(sql: SqlStorage): number | null {
  return sql.exec<{ again: number | null }>('SELECT min(again) AS again FROM unanswered').one().again;
}

/** Who is to be asked again now; those for whom nobody waits any more are forgotten. */
export function takeUnanswered(
  { sql, now }: Pick<Keeper, 'sql' | 'now'>,
  isAwaited: (userId: string) => boolean,
): string[] {
  const due = sql
    .exec<{ user_id: string }>('SELECT user_id FROM unanswered WHERE again <= ?', now())
    .toArray()
    .map(({ user_id }) => user_id);
  const gone = due.filter((id) => !isAwaited(id));
  sql.exec('DELETE FROM unanswered WHERE user_id IN (SELECT value FROM json_each(?))', JSON.stringify(gone));
  return due.filter(isAwaited);
}
