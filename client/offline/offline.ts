import type { ChannelState } from '../channel/channel-state.ts';
import { toBoot, toCachedChannel } from './cached-state.ts';
import type { Clock } from '../clock.ts';
import type { CachedChannel, OfflineCache } from './offline-cache.ts';
import { createPausedWrites } from './paused-writes.ts';
import { reduceSession } from '../session/reduce-session.ts';
import type { SessionState } from '../session/session-state.ts';
import type { ReadableStore, Store } from '../store.ts';
import type { UserDirectory } from '../session/user-directory.ts';

/** Keeps what a device remembers of a workspace, and brings it back before the network answers. */
export interface Offline {
  /** Brings back the session and the people, unless the server was faster. To be called once. */
  restore(): Promise<void>;
  /** What is remembered of a channel, if it is in memory already. */
  recall(id: string): CachedChannel | null;
  /** The same, read if need be. */
  read(id: string): Promise<CachedChannel | null>;
  /** The ids of the channels that are in memory, the one that was shown last first. */
  inMemory(): readonly string[];
  /** The channel is shown: what changes in it is remembered from now on. */
  remember(store: ReadableStore<ChannelState>): void;
  /** The channel is shown no more, and what was heard of it is thrown away: its store will not change again. */
  release(id: string): void;
  /** The channel is not the person's to read any more. */
  forget(id: string): void;
  /** The session has told which channels there are: what is remembered of others that are not public is forgotten. */
  onBoot(): void;
  /** Writes at once what waits for a pause. */
  flush(): void;
  stop(): void;
  /** Forgets everything, and remembers nothing any more. */
  clear(): Promise<void>;
}

export interface OfflineOptions {
  cache: OfflineCache;
  clock: Clock;
  /** What is remembered of somebody else is thrown away. */
  self: string;
  session: Store<SessionState>;
  users: UserDirectory;
}

/** How many channels are held in memory in the form in which they are stored. */
const keptInMemory = 20;
/** How many of them come there by themselves, so that they paint at once; and when. Milliseconds. */
const warmChannels = 10;
const warmDelay = 500;
/** More people are looked up again rather than kept. */
const keptUsers = 3_000;

export function createOffline({ cache, clock, self, session, users }: OfflineOptions): Offline {
  const writes = createPausedWrites(clock);
  const memory = new Map<string, CachedChannel>();
  /** The channels that were shown, and what ends the remembering. */
  const remembered = new Map<string, () => void>();
  let isOver = false;
  /** What is remembered is this person's. */
  let isOurs: Promise<boolean> | null = null;
  let cancelWarming = () => {};
  const stops = [
    session.subscribe(() => writes.schedule('boot', saveBoot)),
    users.store.subscribe(() => writes.schedule('users', saveUsers)),
  ];

  async function restoreBoot(): Promise<boolean> {
    const boot = await cache.loadBoot();
    if (boot?.self.id !== self) {
      await cache.clear();
      return false;
    }
    if (!isOver && session.get().workspace === null) session.set(reduceSession(session.get(), boot));
    return true;
  }

  async function read(id: string): Promise<CachedChannel | null> {
    // Whose it is is looked up at the same time: a page that opens waits for both.
    const [channel, isShown] = await Promise.all([memory.get(id) ?? cache.loadChannel(id), isOurs]);
    if (!isShown || isOver) return null;
    if (channel !== null) hold(channel);
    return channel;
  }

  function hold(channel: CachedChannel) {
    memory.delete(channel.id);
    memory.set(channel.id, channel);
    for (const id of [...memory.keys()].slice(0, -keptInMemory)) memory.delete(id);
  }

  async function warm() {
    for (const id of (await cache.listChannels()).slice(0, warmChannels)) if (!isOver) await read(id);
  }

  function saveBoot() {
    const boot = toBoot(session.get());
    if (boot !== null) void cache.saveBoot(boot);
  }

  function saveUsers() {
    void cache.saveUsers([...users.store.get().values()].slice(-keptUsers));
  }

  function saveChannel(state: ChannelState, shownAt: number) {
    const channel = toCachedChannel(state, shownAt);
    if (channel === null) return;
    hold(channel);
    void cache.saveChannel(channel);
  }

  function release(id: string) {
    remembered.get(id)?.();
    remembered.delete(id);
  }

  function forget(id: string) {
    release(id);
    writes.cancel(id);
    memory.delete(id);
    void cache.removeChannel(id);
  }

  function stop() {
    isOver = true;
    cancelWarming();
    writes.flush();
    for (const end of [...stops, ...remembered.values()]) end();
  }

  return {
    async restore() {
      isOurs = restoreBoot();
      if (!(await isOurs)) return;
      cancelWarming = clock.after(warmDelay, () => void warm());
      const people = await cache.loadUsers();
      const known = users.store.get();
      users.add(people.filter(({ id }) => !known.has(id)));
    },
    recall: (id) => memory.get(id) ?? null,
    read,
    inMemory: () => [...memory.values()].sort((a, b) => b.shownAt - a.shownAt).map(({ id }) => id),
    remember(store) {
      const { id } = store.get();
      const shownAt = clock.now();
      const save = () => saveChannel(store.get(), shownAt);
      remembered.get(id)?.();
      remembered.set(
        id,
        store.subscribe(() => writes.schedule(id, save)),
      );
      // When it was last shown is news, too.
      writes.schedule(id, save);
    },
    release,
    forget,
    onBoot() {
      const { channels } = session.get();
      void cache.listChannels().then(async (ids) => {
        for (const id of ids) {
          if (channels.has(id)) continue;
          const channel = await read(id);
          if (channel !== null && channel.info.kind !== 'public') forget(id);
        }
      });
    },
    flush: writes.flush,
    stop,
    async clear() {
      writes.drop();
      stop();
      await cache.clear();
    },
  };
}
