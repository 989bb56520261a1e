import type { SessionState } from '../../../client/session/session-state.ts';
import { isBold, sidebarSections, type SidebarSection } from '../../../client/session/sidebar-sections.ts';
import type { SidebarChannel } from '../../../shared/channel.ts';

/** What of a section is on screen: all of it, or, when it is collapsed, what is unread and what is open. */
export function shownChannels(
  state: SessionState,
  { section, channels }: SidebarSection,
  currentId: string | null,
  isCollapsed = section.is_collapsed,
): readonly SidebarChannel[] {
  if (!isCollapsed) return channels;
  return channels.filter((channel) => channel.id === currentId || callsForAttention(state, channel));
}

export function callsForAttention(state: SessionState, channel: SidebarChannel): boolean {
  return channel.mention_count > 0 || isBold(state, channel);
}

/** The conversations in the order in which the sidebar shows them. */
export function channelsInOrder(state: SessionState, currentId: string | null): SidebarChannel[] {
  return sidebarSections(state, currentId).flatMap((section) => shownChannels(state, section, currentId));
}

/** The next conversation from where one is, around the ends; among all, or among those that call for attention. */
export function neighbour(
  state: SessionState,
  currentId: string | null,
  step: 1 | -1,
  { isUnread = false } = {},
): SidebarChannel | null {
  const all = channelsInOrder(state, currentId);
  const at = all.findIndex((channel) => channel.id === currentId);
  // From nowhere the first one follows, and the last one precedes.
  const from = at < 0 && step < 0 ? 0 : at;
  for (let distance = 1; distance <= all.length; distance += 1) {
    const channel = all[(from + step * distance + all.length * 2) % all.length];
    if (!channel || channel.id === currentId) continue;
    if (!isUnread || callsForAttention(state, channel)) return channel;
  }
  return null;
}
