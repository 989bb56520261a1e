/**
 * Up to which event sessions and the directory have been told. Kept beside the queues' cursors, and written by the alarm
 * only: after a crash some are told again, which does no harm, since they are told how things stand.
 */
export function getTold(sql: SqlStorage): number {
  const row = sql.exec<{ settled: number }>("SELECT settled FROM cursors WHERE pipeline = 'sessions'").toArray()[0];
  return row?.settled ?? 0;
}

export function setTold(sql: SqlStorage, seq: number): void {
  if (seq === getTold(sql)) return;
  sql.exec("INSERT OR REPLACE INTO cursors (pipeline, published, settled) VALUES ('sessions', ?, ?)", seq, seq);
}
