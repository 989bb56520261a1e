/**
 * What is known of when and how a person can be reached, beside their devices: one row. Times in seconds since 1970, but
 * for `away_at` and `dnd_turns`, which are in milliseconds.
 */
export type Availability = {
  /** As the directory had it last. */
  tz: string;
  manual_away: number;
  /** The last device has gone: from then on the person is away, unless one comes back. */
  away_at: number | null;
  snooze_until: number;
  /** DndSchedule as JSON; null: never set. */
  dnd_schedule: string | null;
  /** Periods of the schedule that end up to here were ended by hand. */
  dnd_ended: number;
  /** When devices and watchers are to hear of the schedule's next period. */
  dnd_turns: number | null;
  /** PersonPresence as JSON, as watchers know it. */
  told: string | null;
  /** How many times that has changed: of two words about the person the one with the higher turn is the newer. */
  turn: number;
  /** The person's User object as JSON, since it changed for the last time. */
  profile: string | null;
};

export function getAvailability(sql: SqlStorage): Availability {
  return sql.exec<Availability>('SELECT * FROM availability').one();
}

/** Columns are named by the type alone, never by what somebody sent. */
export function changeAvailability(sql: SqlStorage, changes: Partial<Availability>): void {
  const columns = Object.keys(changes).map((column) => `${column} = ?`);
  sql.exec(`UPDATE availability SET ${columns.join(', ')}`, ...Object.values(changes));
}
