import type { PersonPresence } from '../../shared/presence.ts';
import {
  maxWatchedPeople,
  presenceRefresh,
  type SessionClientFrame,
  type SessionServerFrame,
} from '../../shared/protocol/session-socket.ts';
import type { Clock } from '../clock.ts';
import { createStore, type ReadableStore } from '../store.ts';

/** Who of the people on screen is there. Whoever is not in the store is not known to be either there or away. */
export interface Presence {
  readonly store: ReadableStore<ReadonlyMap<string, PersonPresence>>;
  /** These are on screen, until the function that it returns is called. */
  watch(users: readonly string[]): () => void;
}

export interface PresenceWatch extends Presence {
  hear(frame: Extract<SessionServerFrame, { type: 'presence' }>): void;
  /** The session's socket is there, and knows of nobody. */
  onReady(): void;
  /** Nothing is known any more. */
  onDown(): void;
  stop(): void;
}

/** People come on screen in dozens; they are asked for together. Milliseconds. */
const gathering = 200;

export function createPresenceWatch(clock: Clock, send: (frame: SessionClientFrame) => boolean): PresenceWatch {
  const store = createStore<ReadonlyMap<string, PersonPresence>>(new Map());
  /** How many watch each; who was watched last comes last. */
  const watchers = new Map<string, number>();
  const heardAt = new Map<string, number>();
  /** Whom the session knows to be on screen. */
  let said: ReadonlySet<string> = new Set();
  let cancelSay: (() => void) | null = null;
  let cancelRefresh = () => {};

  function say() {
    cancelSay?.();
    cancelSay = null;
    cancelRefresh();
    forgetUnheard();
    const users = onScreen();
    if (!send({ type: 'watch_presence', users })) return;
    said = new Set(users);
    if (users.length > 0) cancelRefresh = clock.after(presenceRefresh, say);
  }

  /** A list that scrolls shows the same few people anew all the time. */
  function sayNews() {
    cancelSay = null;
    const users = onScreen();
    if (users.length !== said.size || users.some((user) => !said.has(user))) say();
  }

  function saySoon() {
    cancelSay ??= clock.after(gathering, sayNews);
  }

  function onScreen(): string[] {
    return [...watchers.keys()].slice(-maxWatchedPeople);
  }

  /** Whoever left the screen is not kept up to date, and what was not said again for long may be over. */
  function forgetUnheard() {
    const oldest = clock.now() - 2 * presenceRefresh;
    keep((user) => watchers.has(user) && (heardAt.get(user) ?? 0) > oldest);
  }

  function keep(isKept: (user: string) => boolean) {
    store.update((known) => {
      const kept = [...known].filter(([user]) => isKept(user));
      return kept.length === known.size ? known : new Map(kept);
    });
  }

  return {
    store,
    watch(users) {
      const mine = new Set(users);
      let isNews = false;
      for (const user of mine) {
        const count = watchers.get(user) ?? 0;
        isNews ||= count === 0;
        watchers.delete(user);
        watchers.set(user, count + 1);
      }
      if (isNews) saySoon();
      let isWatching = true;
      return () => {
        if (!isWatching) return;
        isWatching = false;
        for (const user of mine) {
          const count = watchers.get(user) ?? 0;
          if (count > 1) watchers.set(user, count - 1);
          else watchers.delete(user);
        }
        saySoon();
      };
    },
    hear({ people, unknown }) {
      const now = clock.now();
      store.update((known) => {
        const next = new Map(known);
        for (const person of people) next.set(person.user, person);
        for (const user of unknown) next.delete(user);
        return next;
      });
      for (const { user } of people) heardAt.set(user, now);
    },
    onReady: say,
    onDown() {
      cancelRefresh();
      said = new Set();
      heardAt.clear();
      store.update((known) => (known.size === 0 ? known : new Map()));
    },
    stop() {
      cancelSay?.();
      cancelRefresh();
    },
  };
}
