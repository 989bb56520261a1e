/** How long a signed-out device is remembered: longer than its access token and its tickets live. Milliseconds. */
const remembered = 3600_000;

/** False for a device that was signed out; otherwise remembers that it looks at the channel. */
export function admitDevice(sql: SqlStorage, session: string, channel: string): boolean {
  if (isSignedOut(sql, session)) return false;
  sql.exec('INSERT OR IGNORE INTO viewing (session, channel) VALUES (?, ?)', session, channel);
  return true;
}

export function isSignedOut(sql: SqlStorage, session: string): boolean {
  return sql.exec('SELECT 1 FROM signed_out WHERE session = ?', session).toArray().length > 0;
}

/** Marks the devices as signed out; returns which channels each may have a socket to. */
export function signOutDevices(
  sql: SqlStorage,
  sessions: readonly string[],
  now: number,
): { session: string; channel: string }[] {
  const ids = JSON.stringify(sessions);
  sql.exec('DELETE FROM signed_out WHERE at < ?', now - remembered);
  sql.exec('INSERT OR REPLACE INTO signed_out (session, at) SELECT value, ? FROM json_each(?)', now, ids);
  return sql
    .exec<{ session: string; channel: string }>(
      'DELETE FROM viewing WHERE session IN (SELECT value FROM json_each(?)) RETURNING session, channel',
      ids,
    )
    .toArray();
}
