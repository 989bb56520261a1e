import type { SidebarChannel } from '../../shared/channel.ts';

/** The person's channels, as each of them last described itself: a JSON array, put together without decoding. */
export function channelsJson(sql: SqlStorage): string {
  const rows = sql.exec<{ entry: string }>('SELECT entry FROM channels WHERE entry IS NOT NULL').toArray();
  return `[${rows.map(({ entry }) => entry).join(',')}]`;
}

/** Takes a channel's word for how it looks now (null: the person is out); false when a newer word is known. */
export function setChannel(sql: SqlStorage, id: string, seq: number, entry: SidebarChannel | null): boolean {
  const json = entry && JSON.stringify(entry);
  return (
    sql.exec(
      `INSERT INTO channels (id, seq, entry) VALUES (?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET seq = excluded.seq, entry = excluded.entry WHERE excluded.seq >= channels.seq`,
      id,
      seq,
      json,
    ).rowsWritten > 0
  );
}
