import { SidebarChannel } from '../../shared/channel.ts';
import type { ChannelNews } from './session-rpc.ts';

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

/** `uncalled`: ids of lines that are not to be in the activity view, as JSON. */
export type ChannelRow = { seq: number; entry: string | null; gone: number; uncalled: string };

/** Null: a channel that was never heard of. */
export function getChannelRow(sql: SqlStorage, id: string): ChannelRow | null {
  return sql.exec<ChannelRow>('SELECT seq, entry, gone, uncalled FROM channels WHERE id = ?', id).toArray()[0] ?? null;
}

/** Takes a channel's word for how it looks now (null: the person is out), which is not older than the one that is known. */
export function setChannel(
  sql: SqlStorage,
  { channel: id, seq, entry, uncalled }: Pick<ChannelNews, 'channel' | 'seq' | 'entry' | 'uncalled'>,
): void {
  sql.exec(
    `INSERT INTO channels (id, seq, entry, gone, uncalled) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET seq = excluded.seq, entry = excluded.entry, gone = max(gone, excluded.gone),
       uncalled = excluded.uncalled`,
    id,
    seq,
    entry && JSON.stringify(entry),
    entry ? 0 : seq,
    JSON.stringify(uncalled),
  );
}
