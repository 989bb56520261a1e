import { useEffect } from 'react';
import type { SidebarChannel } from '../../../shared/channel.ts';
import { navigate } from './navigation.ts';
import { lastChannel } from './remembered.ts';
import type { Route } from './route.ts';

interface Home {
  route: Extract<Route, { workspaceId: string }>;
  /** Null while they are loading. */
  channels: readonly SidebarChannel[] | null;
  isNarrow: boolean;
}

/** A workspace opens where the person was last, else in its general channel; on a phone with the list of channels. */
export function useHome({ route, channels, isNarrow }: Home): void {
  const { workspaceId } = route;
  const isHome = route.kind === 'workspace' && !isNarrow;
  useEffect(() => {
    if (!isHome || channels === null) return;
    const channelId = homeChannel(channels, lastChannel(workspaceId));
    if (channelId === null) navigate({ kind: 'page', workspaceId, page: 'browse' }, { replace: true });
    else navigate({ kind: 'channel', workspaceId, channelId, ts: null, threadTs: null }, { replace: true });
  }, [isHome, channels, workspaceId]);
}

function homeChannel(channels: readonly SidebarChannel[], last: string | null): string | null {
  const open = channels.filter((channel) => !channel.is_archived);
  const home = open.find((channel) => channel.id === last) ?? open.find((channel) => channel.is_general) ?? open[0];
  return home?.id ?? null;
}
