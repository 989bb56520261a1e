import { microsToTs } from '../../../shared/timestamps.ts';
import type { Channel } from '../context.ts';

/** So many are kept of each person, and of everybody: each word to a session names them. */
const maxKept = 20;

/** Who stands for everybody, among those who are called no more. */
export const everybody = '';

/**
 * The message calls this member no more, or everybody: whoever was told that it does is told that it does not, with every
 * word from here on, so that it does not matter which of them comes last. To somebody who is not in the channel nothing is told.
 */
export function noteUncalled({ sql, nextMicros }: Channel, userId: string, message: number): void {
  sql.exec(
    `INSERT OR REPLACE INTO uncalled (user_id, message, at)
     SELECT ?1, ?2, ?3 WHERE ?1 = '${everybody}' OR EXISTS (SELECT 1 FROM members WHERE user_id = ?1)`,
    userId,
    message,
    nextMicros(),
  );
  sql.exec(
    `DELETE FROM uncalled WHERE user_id = ?1 AND message NOT IN
       (SELECT message FROM uncalled WHERE user_id = ?1 ORDER BY at DESC LIMIT ${maxKept})`,
    userId,
  );
}

/** The message calls them again. */
export function dropUncalled(sql: SqlStorage, userId: string, message: number): void {
  sql.exec('DELETE FROM uncalled WHERE user_id = ? AND message = ?', userId, message);
}

export function forgetUncalled(sql: SqlStorage, userId: string): void {
  sql.exec('DELETE FROM uncalled WHERE user_id = ?', userId);
}

/** The ids that lines of the activity view have, or would have, that are not to be there any more. */
export function uncalledLines({ sql, row }: Channel, userId: string): string[] {
  return sql
    .exec<{ user_id: string; message: number }>(
      'SELECT user_id, message FROM uncalled WHERE user_id IN (?, ?) ORDER BY user_id, message',
      everybody,
      userId,
    )
    .toArray()
    .flatMap(({ user_id: who, message }) => {
      const kinds = who === everybody ? (['everybody'] as const) : (['mention', 'keyword', 'group'] as const);
      return kinds.map((kind) => lineId(row.id, message, kind));
    });
}

/** The id of the line that tells of such a call. */
export function lineId(channelId: string, message: number, kind: string): string {
  return `${channelId}.${microsToTs(message)}.${kind}`;
}
