import { useEffect } from 'react';
import { unreadTotals } from '../../../client/session/sidebar-sections.ts';
import { showBadge } from '../notifications/badge.ts';
import { personNameOf } from '../people/naming.ts';
import { spokenLabel } from '../sidebar/channel-label.ts';
import { sidebarText } from '../sidebar/text.ts';
import { pageTitle } from './page-title.ts';
import type { WorkspacePage } from './route.ts';
import { useSelected } from './use-selected.ts';
import { useStore } from './use-store.ts';
import { useWorkspace } from './workspace-context.ts';

interface PageMarksProps {
  channelId: string | null;
  page: WorkspacePage | null;
  /** The workspace's. */
  name: string;
}

/** Keeps the tab's title and icon, and the badge of the installed app, true. */
export function PageMarks({ channelId, page, name }: PageMarksProps) {
  const { session, users, self } = useWorkspace();
  useStore(users.store);
  const totals = useSelected(session, unreadTotals);
  const channel = useSelected(session, (state) => (channelId === null ? undefined : state.channels.get(channelId)));
  const place = channel
    ? spokenLabel(channel, (id) => personNameOf(users.get(id), id), self)
    : page && sidebarText()[page];
  const title = pageTitle(place, name, totals);
  useEffect(() => {
    document.title = title;
  }, [title]);
  useEffect(() => showBadge(totals), [totals]);
  return null;
}
