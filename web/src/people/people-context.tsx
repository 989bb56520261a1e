import { createContext, use, useCallback, useEffect, useSyncExternalStore } from 'react';
import type { Presence } from '../../../client/session/presence-watch.ts';
import type { UserDirectory } from '../../../client/session/user-directory.ts';
import { createStore, type ReadableStore } from '../../../client/store.ts';
import type { SidebarChannel } from '../../../shared/channel.ts';
import type { Preferences } from '../../../shared/preferences.ts';
import type { User } from '../../../shared/user.ts';
import { personNameOf } from './naming.ts';

/** A picture of the workspace's own, or another name for an emoji. */
export type CustomEmojiLook = { readonly url: string } | { readonly aliasFor: string };

/** As much of a user group as its mentions show. */
interface NamedGroup {
  readonly handle: string;
  readonly name: string;
  readonly users?: readonly string[] | undefined;
  /** When it was disabled, in seconds since 1970; 0 as long as it is not. */
  readonly date_delete?: number | undefined;
}

/** What of a person's settings changes how messages look. */
export type LookPreferences = Pick<Preferences, 'keywords' | 'skin_tone'>;

/** Who and what ids stand for. Components that show a name ask for that one, and render again when it changes. */
export interface Names {
  users: Pick<UserDirectory, 'store' | 'get'>;
  channels: ReadableStore<ReadonlyMap<string, SidebarChannel>>;
  groups: ReadableStore<ReadonlyMap<string, NamedGroup>>;
  /** Custom emoji by name. */
  emoji: ReadableStore<ReadonlyMap<string, CustomEmojiLook>>;
  preferences: ReadableStore<LookPreferences>;
  /** One was met that is not in its list: it may be new. */
  lookAgain: (what: 'groups' | 'emoji') => void;
  /** These are on screen, until the function that it returns is called. */
  watch: Presence['watch'];
  self: string;
  openChannel: (id: string) => void;
}

const nobody: Names = {
  users: { store: createStore(new Map()), get: () => undefined },
  channels: createStore(new Map()),
  groups: createStore(new Map()),
  emoji: createStore(new Map()),
  preferences: createStore<LookPreferences>({ keywords: [], skin_tone: null }),
  lookAgain: () => undefined,
  watch: () => () => undefined,
  self: '',
  openChannel: () => undefined,
};

export const NamesContext = createContext<Names>(nobody);

export function useNames(): Names {
  return use(NamesContext);
}

/** Ids of people; an app has another. */
const personId = /^[UW]/;

/** Somebody is on screen: what others change of their name, status and presence is heard of at once. */
export function useOnScreen(id: string): void {
  const { watch, self } = useNames();
  useEffect(() => (id !== self && personId.test(id) ? watch([id]) : undefined), [watch, self, id]);
}

/** Somebody who is shown, as they are now. */
export function usePerson(id: string): User | undefined {
  const { users } = useNames();
  useOnScreen(id);
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

export function useGroup(id: string): NamedGroup | undefined {
  const { groups, lookAgain } = useNames();
  const group = useSyncExternalStore(
    groups.subscribe,
    useCallback(() => groups.get().get(id), [groups, id]),
  );
  const isUnknown = group === undefined;
  useEffect(() => {
    if (isUnknown) lookAgain('groups');
  }, [isUnknown, lookAgain]);
  return group;
}
