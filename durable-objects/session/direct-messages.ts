import { isDirect, type SidebarChannel } from '../../shared/channel.ts';
import { tsToMicros } from '../../shared/timestamps.ts';
import { getPreferencesRow, putPreferences } from './channel-preferences.ts';
import type { Keeper } from './person.ts';
import { getChannel } from './sidebar.ts';

/**
 * Takes a direct message out of the sidebar, until something new is said in it. Whether it was there; anything else is, and
 * stays.
 */
export function closeDirect(person: Keeper, channelId: string): boolean {
  const channel = getChannel(person.sql, channelId);
  if (!channel || !isDirect(channel.kind)) return channel !== null;
  return setClosed(person, channelId, tsToMicros(channel.latest));
}

/** Puts a direct message into the sidebar, also one that has not been heard of yet. Whether it was there. */
export function openDirect(person: Keeper, channelId: string): boolean {
  return setClosed(person, channelId, null);
}

/** A conversation that somebody else has opened is none yet while nothing was said in it. */
export function closeIfEmpty(person: Keeper, { id, latest }: SidebarChannel): void {
  if (tsToMicros(latest) === 0 && !getPreferencesRow(person.sql, id)) setClosed(person, id, 0);
}

export function reopenIfNews(person: Keeper, { id, latest }: SidebarChannel): void {
  const { closed = null } = getPreferencesRow(person.sql, id) ?? {};
  if (closed !== null && tsToMicros(latest) > closed) setClosed(person, id, null);
}

/** `closed`: its newest message, in microseconds; null to have it open. Whether it was open. */
function setClosed(person: Keeper, channel: string, closed: number | null): boolean {
  const before = getPreferencesRow(person.sql, channel);
  // Written even when nothing changes: that it was opened is remembered until the channel is heard of.
  putPreferences(person, channel, { is_closed: closed !== null }, { closed });
  return !(before?.preferences.is_closed ?? false);
}
