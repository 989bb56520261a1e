import { SidebarChannel, type ChannelKind } from '../../shared/channel.ts';
import { SavedMessage } from '../../shared/saved.ts';

/** What Slack calls starred: a message that is saved and not done, or a channel. `starred` in seconds since 1970. */
export type Star = { channel: string; starred: number } & ({ ts: string } | { kind: ChannelKind });

export type StarsPage = { offset: number; limit: number };

const savedAndStarred = `
  SELECT saved.entry AS message, NULL AS channel, saved.saved_at / 1000 AS starred FROM saved WHERE is_done = 0
  UNION ALL
  SELECT NULL, channels.entry, starred FROM channel_preferences JOIN channels ON channels.id = channel
  WHERE starred IS NOT NULL AND channels.entry IS NOT NULL`;

/** The newest first, and how many there are in all. */
export function listStars(sql: SqlStorage, { offset, limit }: StarsPage): { entries: Star[]; total: number } {
  const rows = sql
    .exec<{ message: string | null; channel: string | null; starred: number }>(
      `SELECT * FROM (${savedAndStarred}) ORDER BY starred DESC, message, channel LIMIT ? OFFSET ?`,
      limit,
      offset,
    )
    .toArray();
  const { total } = sql.exec<{ total: number }>(`SELECT count(*) AS total FROM (${savedAndStarred})`).one();
  const entries = rows.map(({ message, channel, starred }): Star => {
    if (message !== null) {
      const { channel: id, ts } = SavedMessage.parse(JSON.parse(message));
      return { channel: id, ts, starred };
    }
    const { id, kind } = SidebarChannel.parse(JSON.parse(channel ?? ''));
    return { channel: id, kind, starred };
  });
  return { entries, total };
}
