import type { Api } from '../api/api.ts';
import type { Clock } from '../clock.ts';
import { createStore, type ReadableStore, type Store } from '../store.ts';
import type { UserGroup } from '../api/workspace-answers.ts';

/** An emoji that somebody added: a picture, or another name for an emoji that there is. */
export type CustomEmoji = { readonly url: string } | { readonly aliasFor: string };

/** The workspace's user groups, disabled ones too (`date_delete` is not 0), by id; and its own emoji, by name. */
export interface WorkspaceLists {
  readonly groups: ReadableStore<ReadonlyMap<string, UserGroup>>;
  readonly emoji: ReadableStore<ReadonlyMap<string, CustomEmoji>>;
}

export interface LoadedLists extends WorkspaceLists {
  /** Reads what was not read lately; what cannot be read now is read after the next boot. */
  load(): void;
  /** Resolves when it has been read. Throws ApiError, and keeps what was there. */
  reload(what: 'groups' | 'emoji'): Promise<void>;
  /** Something was met that is not in the list: somebody may have added it since. Reads it again as soon as is sensible. */
  lookAgain(what: 'groups' | 'emoji'): void;
}

const aliasPrefix = 'alias:';
/** How long a reading is good enough for a new connection. Milliseconds. */
const freshFor = 10 * 60_000;
/** At least so far apart are two readings for something that is missing. Milliseconds. */
const lookAgainAfter = 10_000;

export function createWorkspaceLists(api: Pick<Api, 'usergroups' | 'emoji'>, clock: Clock): LoadedLists {
  const groups = loadedStore(async () => {
    const { usergroups } = await api.usergroups.list({ include_users: true, include_disabled: true });
    return new Map(usergroups.map((group) => [group.id, group]));
  }, clock);
  const emoji = loadedStore(async () => {
    const { emoji: byName } = await api.emoji.list({});
    return new Map(Object.entries(byName).map(([name, value]) => [name, readEmoji(value)]));
  }, clock);
  const lists = { groups, emoji };
  return {
    groups: groups.store,
    emoji: emoji.store,
    load() {
      for (const list of [groups, emoji]) if (!list.isFresh()) list.load().catch(() => undefined);
    },
    reload: (what) => lists[what].load(),
    lookAgain: (what) => lists[what].lookAgain(),
  };
}

function readEmoji(value: string): CustomEmoji {
  return value.startsWith(aliasPrefix) ? { aliasFor: value.slice(aliasPrefix.length) } : { url: value };
}

/** A map that is read as a whole. Of several readings the last to be asked for counts. */
function loadedStore<T>(read: () => Promise<ReadonlyMap<string, T>>, clock: Clock) {
  const store: Store<ReadonlyMap<string, T>> = createStore<ReadonlyMap<string, T>>(new Map());
  let readAt = -Infinity;
  let readings = 0;
  let isWaiting = false;

  async function load() {
    readings += 1;
    const mine = readings;
    readAt = clock.now();
    try {
      const next = await read();
      if (mine === readings) store.set(next);
    } catch (error) {
      if (mine === readings) readAt = -Infinity;
      throw error;
    }
  }

  return {
    store,
    isFresh: () => clock.now() - readAt < freshFor,
    load,
    /** What is met soon after a reading waits for the next one: nobody will ask for it twice. */
    lookAgain() {
      if (isWaiting) return;
      isWaiting = true;
      clock.after(Math.max(0, readAt + lookAgainAfter - clock.now()), () => {
        isWaiting = false;
        load().catch(() => undefined);
      });
    },
  };
}
