import { useEffect } from 'react';
import type { SidebarChannel } from '../../../shared/channel.ts';
import { countUnread, pageTitle } from './page-title.ts';

/** Keeps the tab's title and icon true. */
export function usePageTitle(
  place: string | null,
  workspace: string,
  channels: readonly SidebarChannel[] | null,
): void {
  const title = pageTitle(place, workspace, channels ?? []);
  const { mentions, hasUnread } = countUnread(channels ?? []);
  const icon = mentions > 0 || hasUnread ? '/favicon-unread.svg' : '/favicon.svg';
  useEffect(() => {
    document.title = title;
  }, [title]);
  useEffect(() => {
    document.querySelector('link[rel="icon"]')?.setAttribute('href', icon);
  }, [icon]);
}
