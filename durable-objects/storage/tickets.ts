/**
 * Remembers which tickets were used, for as long as they would be good, so that each opens one socket. On disk: an
 * object may be evicted and come back within a ticket's 30 seconds.
 */
export const ticketsTable = 'CREATE TABLE tickets (id TEXT PRIMARY KEY, expires INTEGER NOT NULL) WITHOUT ROWID';

/** Takes the ticket; false when it was taken before. `expires` and `now` in milliseconds. */
export function takeTicket(sql: SqlStorage, id: string, expires: number, now: number): boolean {
  if (expires <= now) return false;
  sql.exec('DELETE FROM tickets WHERE expires <= ?', now);
  return sql.exec('INSERT OR IGNORE INTO tickets (id, expires) VALUES (?, ?)', id, expires).rowsWritten > 0;
}
