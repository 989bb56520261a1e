import type { Channel } from '../context.ts';

/**
 * A look at all members that goes on after the stretch that began it, slice by slice, across restarts: is what their
 * sessions know still so? Where it is `forced`, they are told in any case. `after` is the last member who was looked at.
 */
export type Round = { after: string; forced: boolean };

export function getRound(sql: SqlStorage): Round | null {
  const round = sql.exec<{ after: string; forced: number }>('SELECT after, forced FROM round').toArray()[0];
  return round ? { after: round.after, forced: round.forced === 1 } : null;
}

/** Begins a round with the first member; one that is under way begins again. */
export function beginRound({ sql }: Channel, { forced }: { forced: boolean }): void {
  sql.exec(
    `INSERT INTO round (one, after, forced) VALUES (1, '', ?)
     ON CONFLICT (one) DO UPDATE SET after = '', forced = max(forced, excluded.forced)`,
    forced ? 1 : 0,
  );
}

/** The round has come so far; null: it is done. */
export function moveRound(sql: SqlStorage, after: string | null): void {
  if (after === null) sql.exec('DELETE FROM round');
  else sql.exec('UPDATE round SET after = ?', after);
}
