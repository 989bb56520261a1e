/** How long a signed-out device is remembered: longer than its access token and its tickets live. Milliseconds. */
const remembered = 3600_000;

const day = 24 * 3600_000;
/** For how long a device is remembered to look at a channel: no socket has been open for longer. Milliseconds. */
const viewed = 90 * day;

/** False for a device that was signed out; otherwise remembers that it looks at the channel, written once a day at most. */
export function admitDevice(sql: SqlStorage, session: string, channel: string, now: number): boolean {
  if (isSignedOut(sql, session)) return false;
  const { rowsWritten } = sql.exec(
    `INSERT INTO viewing (session, channel, at) VALUES (?1, ?2, ?3)
     ON CONFLICT (session, channel) DO UPDATE SET at = ?3 WHERE abs(at - ?3) > ${day}`,
    session,
    channel,
    now,
  );
  if (rowsWritten > 0) sql.exec('DELETE FROM viewing WHERE at < ?', now - viewed);
  return true;
}

export function isSignedOut(sql: SqlStorage, session: string): boolean {
  return sql.exec('SELECT 1 FROM signed_out WHERE session = ?', session).toArray().length > 0;
}

/** Marks the devices as signed out: from here on they are not admitted. */
export function signOutDevices(sql: SqlStorage, sessions: readonly string[], now: number): void {
  sql.exec('DELETE FROM signed_out WHERE at < ?', now - remembered);
  sql.exec(
    'INSERT OR REPLACE INTO signed_out (session, at) SELECT value, ? FROM json_each(?)',
    now,
    JSON.stringify(sessions),
  );
}

export type Viewing = { session: string; channel: string };

/** To which channels the devices may have a socket. */
export function viewingOf(sql: SqlStorage, sessions: readonly string[]): Viewing[] {
  return sql
    .exec<Viewing>(
      'SELECT session, channel FROM viewing WHERE session IN (SELECT value FROM json_each(?))',
      JSON.stringify(sessions),
    )
    .toArray();
}

/** The device's socket to the channel is closed. */
export function forgetViewing(sql: SqlStorage, { session, channel }: Viewing): void {
  sql.exec('DELETE FROM viewing WHERE session = ? AND channel = ?', session, channel);
}
