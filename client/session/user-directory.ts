import type { User } from '../../shared/user.ts';
import { nextCursor } from '../api/answers.ts';
import type { Api } from '../api/api.ts';
import { isPassing } from '../api/api-error.ts';
import type { Clock } from '../clock.ts';
import { createStore, type ReadableStore } from '../store.ts';

/** The people of the workspace, by id. */
export interface UserDirectory {
  readonly store: ReadableStore<ReadonlyMap<string, User>>;
  /** The person if known; else undefined, and the store changes when they are. */
  get(id: string): User | undefined;
  /** Takes people as somebody has just described them. */
  add(users: readonly User[]): void;
  /** Somebody's profile is of that time, in seconds since 1970: they are looked up if what is known is older. */
  hearOf(id: string, updated: number): void;
  /** Looks somebody up who has changed. */
  reload(id: string): Promise<void>;
  /** Reads the whole directory; unless it was read a moment ago. */
  refresh(): Promise<void>;
}

const pageSize = 500;
/** How long a listing is good enough. Milliseconds. */
const freshFor = 5 * 60_000;
/** People who are asked for in one go are looked up together, so many at a time. */
const lookUpDelay = 20;
const lookUpsAtOnce = 4;

export function createUserDirectory(api: Api, clock: Clock): UserDirectory {
  const store = createStore<ReadonlyMap<string, User>>(new Map());
  /** Asked for, under way, or known not to exist. */
  const asked = new Set<string>();
  let waiting: string[] = [];
  let listedAt = -Infinity;

  function add(users: readonly User[]) {
    store.update((known) => new Map([...known, ...users.map((user) => [user.id, user] as const)]));
  }

  async function refresh() {
    if (clock.now() - listedAt < freshFor) return;
    const before = listedAt;
    listedAt = clock.now();
    try {
      let cursor: string | null = null;
      do {
        const answer = await api.users.list({ limit: pageSize, ...(cursor && { cursor }) });
        add(answer.members);
        cursor = nextCursor(answer);
      } while (cursor !== null);
    } catch (error) {
      listedAt = before;
      throw error;
    }
  }

  async function lookUp(ids: string[]): Promise<void> {
    const found: User[] = [];
    for (let id = ids.pop(); id !== undefined; id = ids.pop()) {
      try {
        found.push((await api.users.info({ user: id })).user);
      } catch (error) {
        // Whoever shows them next asks again; somebody who does not exist is not asked for twice.
        if (isPassing(error)) asked.delete(id);
      }
    }
    if (found.length > 0) add(found);
  }

  function ask(id: string) {
    asked.add(id);
    if (waiting.includes(id)) return;
    waiting.push(id);
    if (waiting.length > 1) return;
    clock.after(lookUpDelay, () => {
      const ids = waiting;
      waiting = [];
      for (let lane = 0; lane < lookUpsAtOnce; lane += 1) void lookUp(ids);
    });
  }

  return {
    store,
    get(id) {
      const user = store.get().get(id);
      if (user === undefined && !asked.has(id)) ask(id);
      return user;
    },
    add,
    hearOf(id, updated) {
      const known = store.get().get(id);
      if (known !== undefined && known.updated < updated) ask(id);
    },
    reload: (id) => lookUp([id]),
    refresh,
  };
}
