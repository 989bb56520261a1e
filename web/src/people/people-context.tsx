import { createContext, use, useCallback, useSyncExternalStore } from 'react';
import type { UserDirectory } from '../../../client/user-directory.ts';
import { createStore, type ReadableStore } from '../../../client/store.ts';
import type { SidebarChannel } from '../../../shared/channel.ts';
import type { User } from '../../../shared/user.ts';
import { personNameOf } from './naming.ts';

/** Who and what ids stand for. Components that show a name ask for that one, and render again when it changes. */
export interface Names {
  users: Pick<UserDirectory, 'store' | 'get'>;
  channels: ReadableStore<ReadonlyMap<string, SidebarChannel>>;
  self: string;
  openChannel: (id: string) => void;
}

const nobody: Names = {
  users: { store: createStore(new Map()), get: () => undefined },
  channels: createStore(new Map()),
  self: '',
  openChannel: () => undefined,
};

export const NamesContext = createContext<Names>(nobody);

export function useNames(): Names {
  return use(NamesContext);
}

export function usePerson(id: string): User | undefined {
  const { users } = useNames();
  return useSyncExternalStore(
    users.store.subscribe,
    useCallback(() => users.get(id), [users, id]),
  );
}

export function usePersonName(id: string, fallback?: string): string {
  return personNameOf(usePerson(id), fallback ?? id);
}

/** The name of a channel that the person is in; null for every other. */
export function useChannelName(id: string): string | null {
  const { channels } = useNames();
  return useSyncExternalStore(
    channels.subscribe,
    useCallback(() => channels.get().get(id)?.name ?? null, [channels, id]),
  );
}
