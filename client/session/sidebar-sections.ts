import type { SidebarChannel } from '../../shared/channel.ts';
import { isDirect } from '../../shared/channel.ts';
import {
  builtInSections,
  defaultChannelPreferences,
  type ChannelPreferences,
  type Section,
} from '../../shared/preferences.ts';
import { compareTs } from '../../shared/timestamps.ts';
import type { SessionState } from './session-state.ts';

/** A section of the sidebar with what it shows, in order. */
export interface SidebarSection {
  readonly section: Section;
  readonly kind: 'custom' | (typeof builtInSections)[number];
  readonly channels: readonly SidebarChannel[];
}

export function preferencesOf(state: SessionState, channel: string): ChannelPreferences {
  return state.channelPreferences.get(channel) ?? defaultChannelPreferences;
}

/** Whether the sidebar shows the channel as unread: something is new and it is not muted. Mentions count all the same. */
export function isBold(state: SessionState, channel: SidebarChannel): boolean {
  return channel.has_unread && !preferencesOf(state, channel.id).is_muted;
}

export interface UnreadTotals {
  /** Unread messages that call the person, in channels, direct messages and threads. */
  readonly mentions: number;
  /** Something is new, somewhere that is not muted. */
  readonly hasUnread: boolean;
}

/** What the page says in its title and icon. The same object as long as nothing of it changed. */
export function unreadTotals(state: SessionState): UnreadTotals {
  if (
    totals.channels === state.channels &&
    totals.threads === state.unreadThreads &&
    totals.of === state.channelPreferences
  )
    return totals.result;
  let mentions = 0;
  let hasUnread = state.unreadThreads.size > 0;
  for (const thread of state.unreadThreads.values()) mentions += thread.mention_count;
  for (const channel of state.channels.values()) {
    if (channel.is_archived) continue;
    mentions += channel.mention_count;
    hasUnread ||= isBold(state, channel);
  }
  const before = totals.result;
  const result = before.mentions === mentions && before.hasUnread === hasUnread ? before : { mentions, hasUnread };
  totals = { channels: state.channels, threads: state.unreadThreads, of: state.channelPreferences, result };
  return result;
}

/** The last answer: every frame of the session asks again, and most change nothing of it. */
let totals: {
  channels: SessionState['channels'] | null;
  threads: SessionState['unreadThreads'] | null;
  of: SessionState['channelPreferences'] | null;
  result: UnreadTotals;
} = { channels: null, threads: null, of: null, result: { mentions: 0, hasUnread: false } };

/**
 * What the sidebar shows: every section with its channels. Starred channels are in the starred section wherever they were
 * put; archived ones nowhere, nor direct messages that were closed and have nothing new. With the unread-only filter the
 * rest is what is unread, and `current`, the channel that is open. Sections that did not change keep their identity.
 */
export function sidebarSections(state: SessionState, current: string | null = null): readonly SidebarSection[] {
  const { channels, channelPreferences, sections, preferences } = state;
  const inputs = [channels, channelPreferences, sections, preferences.unread_only];
  const known = answers.get(current);
  if (known && inputs.every((input, index) => input === known.inputs[index])) return known.result;
  const result = keepSame(known?.result ?? [], arrange(state, current));
  answers.delete(current);
  answers.set(current, { inputs, result });
  for (const [oldest] of answers) if (answers.size > keptAnswers) answers.delete(oldest);
  return result;
}

/** The last answers by `current`: whoever renders from one asks for it again and again, and others ask for others meanwhile. */
const answers = new Map<string | null, { inputs: readonly unknown[]; result: readonly SidebarSection[] }>();
const keptAnswers = 4;

function arrange(state: SessionState, current: string | null): SidebarSection[] {
  const placeOf = new Map<string, { section: string; at: number }>();
  for (const { id, channels } of state.sections)
    for (const [at, channel] of channels.entries()) placeOf.set(channel, { section: id, at });

  const bySection = new Map<string, SidebarChannel[]>(state.sections.map((section) => [section.id, []]));
  for (const channel of state.channels.values()) {
    if (!isListed(state, channel, current)) continue;
    const { is_starred: isStarred } = preferencesOf(state, channel.id);
    const put = placeOf.get(channel.id)?.section;
    const home = isDirect(channel.kind) ? 'direct' : 'channels';
    const section = isStarred ? 'starred' : put === undefined || put === 'starred' ? home : put;
    (bySection.get(section) ?? bySection.get(home))?.push(channel);
  }
  return state.sections.map((section) => {
    const kind = builtInSections.find((id) => id === section.id) ?? 'custom';
    const at = (channel: SidebarChannel) => {
      const place = placeOf.get(channel.id);
      return place?.section === section.id ? place.at : Infinity;
    };
    const order = kind === 'direct' ? byRecency : byName;
    const channels = (bySection.get(section.id) ?? []).sort((a, b) => {
      const [placeA, placeB] = [at(a), at(b)];
      return placeA === placeB ? order(a, b) : placeA - placeB;
    });
    return { section, kind, channels };
  });
}

function isListed(state: SessionState, channel: SidebarChannel, current: string | null): boolean {
  if (channel.is_archived) return false;
  if (channel.id === current) return true;
  const isNew = channel.has_unread || channel.mention_count > 0;
  if (preferencesOf(state, channel.id).is_closed && !isNew) return false;
  return !state.preferences.unread_only || isBold(state, channel) || channel.mention_count > 0;
}

const collator = new Intl.Collator(undefined, { numeric: true });
const byName = (a: SidebarChannel, b: SidebarChannel) => collator.compare(a.name, b.name);
const byRecency = (a: SidebarChannel, b: SidebarChannel) => compareTs(b.latest, a.latest);

function keepSame(before: readonly SidebarSection[], after: readonly SidebarSection[]): readonly SidebarSection[] {
  const known = new Map(before.map((shown) => [shown.section.id, shown]));
  return after.map((shown) => {
    const was = known.get(shown.section.id);
    if (was === undefined) return shown;
    const isSame =
      was.channels.length === shown.channels.length &&
      was.channels.every((channel, index) => channel === shown.channels[index]);
    if (!isSame) return shown;
    return was.section === shown.section ? was : { ...shown, channels: was.channels };
  });
}
