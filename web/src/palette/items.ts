import { isDirect, type SidebarChannel } from '../../../shared/channel.ts';
import { compareTs, zeroTs } from '../../../shared/timestamps.ts';
import type { User } from '../../../shared/user.ts';
import { personNameOf } from '../people/naming.ts';
import { channelLabel } from '../sidebar/channel-label.ts';
import type { RunnableId } from './commands.ts';
import { fold, fuzzyScore } from './fuzzy.ts';

/** A line of the palette. */
export type PaletteItem =
  | { kind: 'channel'; key: string; label: string; channel: SidebarChannel }
  /** `channel`: the direct message with them, if there is one. */
  | { kind: 'person'; key: string; label: string; user: User; channel: SidebarChannel | undefined }
  | { kind: 'command'; key: string; label: string; command: RunnableId };

export interface PaletteSources {
  channels: Iterable<SidebarChannel>;
  users: ReadonlyMap<string, User>;
  commands: readonly { id: RunnableId; label: string }[];
  /** Channels that were open, the latest first. */
  recent: readonly string[];
  /** The one that is open: nobody wants to go there. */
  currentId: string | null;
}

/** What the first sign of the query asks for. */
export type PaletteMode = 'all' | 'people' | 'channels' | 'commands';

const modes: Record<string, PaletteMode> = { '>': 'commands', '@': 'people', '#': 'channels' };

export function readQuery(text: string, from: PaletteMode = 'all'): { mode: PaletteMode; query: string } {
  const mode = modes[text[0] ?? ''];
  return mode === undefined ? { mode: from, query: text.trim() } : { mode, query: text.slice(1).trim() };
}

const mostItems = 40;
/** So many recent conversations are offered before those that are unread. */
const mostRecent = 10;
/** A place where one was a moment ago is worth as much as a few letters; it fades with the places since. */
const recentBonus = 8;
const unreadBonus = 2;
const mentionBonus = 4;
/** People look for conversations more often than for commands. */
const commandMalus = 6;

/** What fits the query, the best first; without a query what the person is likely to want next. */
export function findItems(sources: PaletteSources, mode: PaletteMode, query: string): PaletteItem[] {
  const items = listItems(sources, mode);
  if (query === '') return suggest(items, sources, mode);
  const places = placesIn(sources.recent);
  const wanted = fold(query);
  const found: { item: PaletteItem; score: number }[] = [];
  for (const item of items) {
    const fit = bestFit(wanted, item);
    if (fit !== null) found.push({ item, score: fit + bonusOf(item, places) });
  }
  return found
    .sort((a, b) => b.score - a.score || a.item.label.localeCompare(b.item.label))
    .slice(0, mostItems)
    .map(({ item }) => item);
}

function suggest(
  items: readonly PaletteItem[],
  { recent, currentId }: Pick<PaletteSources, 'recent' | 'currentId'>,
  mode: PaletteMode,
): PaletteItem[] {
  if (mode === 'commands') return [...items];
  const others = [...recent, ...lastRead(items)].filter((id) => id !== currentId);
  const places = placesIn([...new Set(others)].slice(0, mostRecent));
  const placeOf = (item: PaletteItem) =>
    (item.kind === 'command' ? undefined : places.get(item.channel?.id ?? '')) ?? Infinity;
  return items
    .filter((item) => item.kind !== 'command' && item.channel?.id !== currentId)
    .sort((a, b) => {
      const [x, y] = [placeOf(a), placeOf(b)];
      return x === y ? unreadRank(b) - unreadRank(a) || a.label.localeCompare(b.label) : x - y;
    })
    .slice(0, mostItems);
}

/** Conversations that one has read on any device, the latest first. */
function lastRead(items: readonly PaletteItem[]): string[] {
  return items
    .flatMap((item) => (item.kind === 'command' || !item.channel ? [] : [item.channel]))
    .filter((channel) => channel.last_read > zeroTs)
    .sort((a, b) => compareTs(b.last_read, a.last_read))
    .map(({ id }) => id);
}

function placesIn(recent: readonly string[]): ReadonlyMap<string, number> {
  return new Map(recent.map((id, index) => [id, index]));
}

function listItems({ channels, users, commands }: PaletteSources, mode: PaletteMode): PaletteItem[] {
  const items: PaletteItem[] = [];
  const directWith = new Map<string, SidebarChannel>();
  const nameOf = (id: string) => personNameOf(users.get(id), id);
  for (const channel of channels) {
    const [other, ...more] = channel.kind === 'im' ? (channel.members ?? []) : [];
    // A direct message is found as the person.
    if (other !== undefined && more.length === 0 && users.has(other)) directWith.set(other, channel);
    else if (!channel.is_archived && (mode === 'all' || (mode === 'people') === isDirect(channel.kind)))
      items.push({ kind: 'channel', key: channel.id, label: channelLabel(channel, nameOf), channel });
  }
  if (mode === 'commands') items.length = 0;
  if (mode === 'all' || mode === 'people') {
    for (const user of users.values()) {
      if (user.deleted) continue;
      const channel = directWith.get(user.id);
      items.push({ kind: 'person', key: user.id, label: personNameOf(user, user.id), user, channel });
    }
  }
  if (mode === 'all' || mode === 'commands')
    for (const { id, label } of commands) items.push({ kind: 'command', key: id, label, command: id });
  return items;
}

function bestFit(wanted: string, item: PaletteItem): number | null {
  let best: number | null = null;
  for (const name of namesOf(item)) {
    const score = fuzzyScore(wanted, fold(name));
    if (score !== null && (best === null || score > best)) best = score;
  }
  return best;
}

function namesOf(item: PaletteItem): string[] {
  if (item.kind !== 'person') return [item.label];
  const { profile, real_name: realName, name } = item.user;
  return [...new Set([item.label, profile.real_name || realName, name].filter(Boolean))];
}

function bonusOf(item: PaletteItem, places: ReadonlyMap<string, number>): number {
  if (item.kind === 'command') return -commandMalus;
  const place = places.get(item.channel?.id ?? '');
  const recent = place === undefined ? 0 : recentBonus / (1 + place / 4);
  return recent + unreadRank(item);
}

function unreadRank(item: PaletteItem): number {
  if (item.kind === 'command' || !item.channel) return 0;
  return item.channel.mention_count > 0 ? mentionBonus : item.channel.has_unread ? unreadBonus : 0;
}
