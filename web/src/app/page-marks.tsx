import { useEffect } from 'react';
import { unreadTotals } from '../../../client/sidebar-sections.ts';
import { showBadge } from '../notifications/badge.ts';
import { personNameOf } from '../people/naming.ts';
import { spokenLabel } from '../sidebar/channel-label.ts';
import { pageTitle } from './page-title.ts';
import { useSelected } from './use-selected.ts';
import { useStore } from './use-store.ts';
import { useWorkspace } from './workspace-context.ts';

/** Keeps the tab's title and icon, and the badge of the installed app, true. */
export function PageMarks({ channelId, name }: { channelId: string | null; name: string }) {
  const { session, users, self } = useWorkspace();
  useStore(users.store);
  const totals = useSelected(session, unreadTotals);
  const channel = useSelected(session, (state) => (channelId === null ? undefined : state.channels.get(channelId)));
  const place = channel ? spokenLabel(channel, (id) => personNameOf(users.get(id), id), self) : null;
  const title = pageTitle(place, name, totals);
  useEffect(() => {
    document.title = title;
  }, [title]);
  useEffect(() => showBadge(totals), [totals]);
  return null;
}
