import type { ReadableStore } from '../../../client/store.ts';
import type { Workspace } from '../../../client/workspace.ts';
import type { SessionState } from '../../../client/session/session-state.ts';
import { navigate } from '../app/navigation.ts';
import type { Names } from './people-context.tsx';

/** The names of an open workspace. */
export function namesOf(workspace: Workspace): Names {
  const part = <T>(select: (state: SessionState) => T): ReadableStore<T> => ({
    get: () => select(workspace.session.get()),
    subscribe: workspace.session.subscribe,
  });
  return {
    users: workspace.users,
    channels: part((state) => state.channels),
    groups: workspace.groups,
    emoji: workspace.emoji,
    preferences: part((state) => state.preferences),
    lookAgain: workspace.lookAgain,
    watch: workspace.presence.watch,
    self: workspace.self,
    openChannel: (channelId) =>
      navigate({ kind: 'channel', workspaceId: workspace.id, channelId, ts: null, threadTs: null }),
  };
}
