import { useEffect } from 'react';
import type { SessionState } from '../../../client/session/session-state.ts';
import type { Workspace } from '../../../client/workspace.ts';
import { navigate } from './navigation.ts';
import { recentChannels } from './remembered.ts';
import type { Route } from './route.ts';
import { useSelected } from './use-selected.ts';

interface Home {
  route: Route;
  workspace: Workspace;
  isNarrow: boolean;
}

/** A workspace opens where the person was last, else in its general channel; on a phone with the list of channels. */
export function useHome({ route, workspace, isNarrow }: Home): void {
  const { id: workspaceId } = workspace;
  const isHome = route.kind === 'workspace' && !isNarrow;
  // Undefined while the channels are loading, null when there are none.
  const channelId = useSelected(workspace.session, (state) =>
    isHome && state.workspace !== null ? homeChannel(state, recentChannels(workspaceId)[0]) : undefined,
  );
  useEffect(() => {
    if (channelId === null) navigate({ kind: 'page', workspaceId, page: 'browse' }, { replace: true });
    else if (channelId !== undefined)
      navigate({ kind: 'channel', workspaceId, channelId, ts: null, threadTs: null }, { replace: true });
  }, [channelId, workspaceId]);
}

function homeChannel({ channels }: SessionState, last: string | undefined): string | null {
  const open = [...channels.values()].filter((channel) => !channel.is_archived);
  const home = open.find((channel) => channel.id === last) ?? open.find((channel) => channel.is_general) ?? open[0];
  return home?.id ?? null;
}
