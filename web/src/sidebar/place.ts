import type { SidebarSection } from '../../../client/session/sidebar-sections.ts';
import { isDirect, type SidebarChannel } from '../../../shared/channel.ts';

/** Where a conversation goes: before another one of a section. Without `before` to its end, or at home where its name puts it. */
export interface Place {
  section: string;
  before?: string;
}

/** Conversations of either kind go into sections of one's own, and among the starred ones. */
export function mayHold(kind: SidebarSection['kind'], channel: SidebarChannel): boolean {
  if (kind === 'channels') return !isDirect(channel.kind);
  return kind === 'direct' ? isDirect(channel.kind) : true;
}

/**
 * The place for a conversation at an index of a section, counted without it. In built-in sections those that were put there
 * come first, and the others are sorted: among these there is no place, and whoever is dropped there is sorted again.
 */
export function placeAt({ section, kind, channels }: SidebarSection, channelId: string, index: number): Place {
  const others = channels.filter(({ id }) => id !== channelId);
  const put = kind === 'custom' ? others.length : others.filter(({ id }) => section.channels.includes(id)).length;
  const before = index <= put ? others[index]?.id : undefined;
  return before === undefined ? { section: section.id } : { section: section.id, before };
}

/** The place one further up or down; null when there is no further. */
export function placeWithin(shown: SidebarSection, channelId: string, step: 1 | -1): Place | null {
  const { section, kind, channels } = shown;
  const from = channels.findIndex(({ id }) => id === channelId);
  const isSorted = kind !== 'custom' && !section.channels.includes(channelId);
  if (from < 0 || from + step < 0 || from + step >= channels.length) return null;
  if (!isSorted) return placeAt(shown, channelId, from + step);
  // From among the sorted ones the way up leads to the end of those that were put there.
  if (step > 0) return null;
  const put = channels.filter(({ id }) => id !== channelId && section.channels.includes(id)).length;
  return placeAt(shown, channelId, Math.min(put, from - 1));
}
