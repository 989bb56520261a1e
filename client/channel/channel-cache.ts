import { createChannelEntry, type ChannelEntry, type EntryOptions } from './channel-entry.ts';

/**
 * The channels that are or were shown. A channel's socket is open while somebody holds the channel or a message waits for
 * it; and the sockets of the few that were shown last stay a while, since people go back and forth. They bring what is
 * new without being asked, so going back costs neither a connection nor a wait. What was loaded stays for more channels,
 * so that going back shows it at once and only asks for what is new.
 */
export interface ChannelCache {
  /** The channel, if it is here. */
  get(id: string): ChannelEntry | undefined;
  /** The channel, held until the function that comes with it is called. */
  hold(id: string): { entry: ChannelEntry; release: () => void };
  /** The ids of the channels that are held here or remembered, the one that was used last first. */
  recent(): readonly string[];
  /** A channel that was closed to us may not be so any more. */
  reconnect(id: string): void;
  /** The channel's pending messages are others now. */
  showPending(id: string): void;
  /** Nobody is looking: closes the sockets that nobody needs. */
  rest(): void;
  close(): void;
}

/** How many channels are kept that nobody holds. */
const keptChannels = 20;
/** How many sockets stay open that nobody needs, and how long for. Milliseconds. */
const keptSockets = 5;
const lingering = 120_000;
/** The same while each would be a request every two seconds. */
const lingeringPolling = 5_000;
/** After a channel was closed to us that the sidebar lists: one of the two is about to be told otherwise. Milliseconds. */
const readmission = 3_000;

export interface CacheOptions extends EntryOptions {
  /** Whether the sidebar has the channel. */
  isListed(id: string): boolean;
}

interface Kept {
  readonly entry: ChannelEntry;
  holders: number;
  cancelStop: () => void;
  stopWatching: () => void;
}

export function createChannelCache(options: CacheOptions): ChannelCache {
  const { queue, environment, offline, isListed } = options;
  const { clock, transport } = environment;
  /** The one that was used last comes last. */
  const channels = new Map<string, Kept>();
  let isClosed = false;
  // Nor is it brought along when all go another way.
  const stopListening = transport.kind.subscribe(rest);

  function add(id: string): Kept {
    const entry = createChannelEntry(id, options);
    const { state } = entry.connection;
    const kept: Kept = { entry, holders: 0, cancelStop: () => {}, stopWatching: () => {} };
    // A socket that nobody needs is not opened again when it breaks.
    kept.stopWatching = state.subscribe(() => {
      const { kind } = state.get();
      if ((kind === 'waiting' || kind === 'offline') && !isNeeded(id, kept)) stop(kept);
      // The sidebar may have heard of our return before the socket has of our leaving.
      if (kind === 'gone') clock.after(readmission, () => isListed(id) && reconnect(id));
    });
    return kept;
  }

  function use(id: string): Kept {
    const kept = channels.get(id) ?? add(id);
    channels.delete(id);
    channels.set(id, kept);
    kept.entry.showPending();
    return kept;
  }

  const isNeeded = (id: string, kept: Kept) => kept.holders > 0 || queue.isWaiting(id);

  function unneeded(): (readonly [string, Kept])[] {
    return [...channels].filter(([id, kept]) => !isNeeded(id, kept));
  }

  function stop(kept: Kept) {
    kept.cancelStop();
    kept.entry.connection.stop();
  }

  function stopSoon(id: string, kept: Kept) {
    kept.cancelStop();
    kept.cancelStop = clock.after(transport.kind.get() === 'socket' ? lingering : lingeringPolling, () => {
      if (!isNeeded(id, kept)) stop(kept);
    });
    const open = unneeded().filter(([, { entry }]) => entry.connection.state.get().kind === 'live');
    for (const [, other] of open.slice(0, -keptSockets)) stop(other);
    forgetOldest();
  }

  function rest() {
    for (const [, kept] of unneeded()) stop(kept);
  }

  function reconnect(id: string) {
    const kept = channels.get(id);
    if (kept === undefined || kept.holders === 0) return;
    const state = kept.entry.connection.state.get();
    if (state.kind === 'gone' && state.reason === 'no_access') kept.entry.connection.start();
  }

  function forgetOldest() {
    for (const [id, kept] of unneeded().slice(0, -keptChannels)) {
      channels.delete(id);
      discard(kept);
    }
  }

  function discard({ cancelStop, stopWatching, entry }: Kept) {
    cancelStop();
    stopWatching();
    entry.close();
  }

  return {
    get: (id) => channels.get(id)?.entry,
    hold(id) {
      const kept = use(id);
      kept.holders += 1;
      kept.entry.connection.start();
      let isHeld = true;
      const release = () => {
        if (!isHeld) return;
        isHeld = false;
        kept.holders -= 1;
        if (kept.holders === 0) kept.entry.releaseCursor();
        if (!isNeeded(id, kept)) stopSoon(id, kept);
      };
      return { entry: kept.entry, release };
    },
    recent: () => [...new Set([...[...channels.keys()].reverse(), ...(offline?.inMemory() ?? [])])],
    reconnect,
    showPending(id) {
      // Closing a connection frees what was on its way, which must not open another.
      if (isClosed) return;
      const isWaiting = queue.isWaiting(id);
      const kept = channels.get(id) ?? (isWaiting ? use(id) : undefined);
      if (kept === undefined) return;
      kept.entry.showPending();
      if (isWaiting) kept.entry.connection.start();
      else if (kept.holders === 0) stopSoon(id, kept);
    },
    rest,
    close() {
      isClosed = true;
      stopListening();
      for (const kept of channels.values()) discard(kept);
      channels.clear();
    },
  };
}
