import type { SidebarChannel } from '../../../shared/channel.ts';

/** The title of the page: what calls for attention, where one is. */
export function pageTitle(place: string | null, workspace: string, channels: Iterable<SidebarChannel>): string {
  const { mentions, hasUnread } = countUnread(channels);
  const mark = mentions > 0 ? `(${mentions}) ` : hasUnread ? '• ' : '';
  return `${mark}${place === null ? '' : `${place} – `}${workspace}`;
}

export function countUnread(channels: Iterable<SidebarChannel>): { mentions: number; hasUnread: boolean } {
  let mentions = 0;
  let hasUnread = false;
  for (const channel of channels) {
    if (channel.is_archived) continue;
    mentions += channel.mention_count;
    hasUnread ||= channel.has_unread;
  }
  return { mentions, hasUnread };
}
