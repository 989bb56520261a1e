import { SidebarChannel } from '../../shared/channel.ts';

/** The person's channels, as each of them last described itself: a JSON array, put together without decoding. */
export function channelsJson(sql: SqlStorage): string {
  const rows = sql.exec<{ entry: string }>('SELECT entry FROM channels WHERE entry IS NOT NULL').toArray();
  return `[${rows.map(({ entry }) => entry).join(',')}]`;
}

export function listChannels(sql: SqlStorage): SidebarChannel[] {
  return sql
    .exec<{ entry: string }>('SELECT entry FROM channels WHERE entry IS NOT NULL')
    .toArray()
    .map(({ entry }) => SidebarChannel.parse(JSON.parse(entry)));
}

/** Null: the person is not in it, as far as it has said. */
export function getChannel(sql: SqlStorage, id: string): SidebarChannel | null {
  const entry = getChannelRow(sql, id)?.entry;
  return entry ? SidebarChannel.parse(JSON.parse(entry)) : null;
}

export type ChannelRow = { seq: number; entry: string | null; gone: number };

/** Null: a channel that was never heard of. */
export function getChannelRow(sql: SqlStorage, id: string): ChannelRow | null {
  return sql.exec<ChannelRow>('SELECT seq, entry, gone FROM channels WHERE id = ?', id).toArray()[0] ?? null;
}

/** Takes a channel's word for how it looks now (null: the person is out), which is not older than the one that is known. */
export function setChannel(sql: SqlStorage, id: string, seq: number, entry: SidebarChannel | null): void {
  sql.exec(
    `INSERT INTO channels (id, seq, entry, gone) VALUES (?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET seq = excluded.seq, entry = excluded.entry, gone = max(gone, excluded.gone)`,
    id,
    seq,
    entry && JSON.stringify(entry),
    entry ? 0 : seq,
  );
}
