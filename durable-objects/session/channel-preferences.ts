import { ChannelPreferences, defaultChannelPreferences } from '../../shared/preferences.ts';
import type { Keeper } from './person.ts';

/** By channel, as JSON: an object, put together without decoding. */
export function channelPreferencesJson(sql: SqlStorage): string {
  const rows = sql.exec<{ channel: string; entry: string }>('SELECT channel, entry FROM channel_preferences').toArray();
  return `{${rows.map(({ channel, entry }) => `${JSON.stringify(channel)}:${entry}`).join(',')}}`;
}

/** `starred`: since when, in seconds. `closed`: the newest message when it was closed, in microseconds. */
type Moments = { starred: number | null; closed: number | null };
export type PreferencesRow = Moments & { preferences: ChannelPreferences };

/** Null: the person has said nothing of this channel. */
export function getPreferencesRow(sql: SqlStorage, channel: string): PreferencesRow | null {
  const row = sql
    .exec<Moments & { entry: string }>(
      'SELECT entry, starred, closed FROM channel_preferences WHERE channel = ?',
      channel,
    )
    .toArray()[0];
  return row
    ? { preferences: ChannelPreferences.parse(JSON.parse(row.entry)), starred: row.starred, closed: row.closed }
    : null;
}

export type ChannelPreferenceChanges = { [Key in keyof ChannelPreferences]?: ChannelPreferences[Key] | undefined };

/** Changes what is named; devices hear of it if that makes a difference. */
export function putPreferences(
  person: Keeper,
  channel: string,
  changes: ChannelPreferenceChanges,
  moments: Partial<Moments> = {},
): ChannelPreferences {
  const before = getPreferencesRow(person.sql, channel);
  const said = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  const was = before?.preferences ?? defaultChannelPreferences;
  const preferences: ChannelPreferences = { ...was, ...said };
  const { starred, closed } = { starred: before?.starred ?? null, closed: before?.closed ?? null, ...moments };
  const entry = JSON.stringify(preferences);
  person.sql.exec(
    'INSERT OR REPLACE INTO channel_preferences (channel, entry, starred, closed) VALUES (?, ?, ?, ?)',
    channel,
    entry,
    starred,
    closed,
  );
  if (entry !== JSON.stringify(was)) person.push({ type: 'channel_preferences', channel, preferences });
  return preferences;
}
