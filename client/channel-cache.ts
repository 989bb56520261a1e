import { createChannelEntry, type ChannelEntry, type EntryOptions } from './channel-entry.ts';

/**
 * The channels that are or were shown. A channel's socket is open while somebody holds the channel or a message waits for
 * it, and a moment longer, since people go back and forth. What was loaded stays for the channels shown last, so that
 * going back shows it at once and only asks for what is new.
 */
export interface ChannelCache {
  /** The channel, if it is here. */
  get(id: string): ChannelEntry | undefined;
  /** The channel, held until the function that comes with it is called. */
  hold(id: string): { entry: ChannelEntry; release: () => void };
  /** A channel that was closed to us may not be so any more. */
  reconnect(id: string): void;
  /** The channel's pending messages are others now. */
  showPending(id: string): void;
  close(): void;
}

/** How many channels are kept that nobody holds. */
const keptChannels = 20;
/** How long a socket stays open that nobody needs. Milliseconds. */
const lingering = 5_000;

interface Kept {
  readonly entry: ChannelEntry;
  holders: number;
  cancelStop: () => void;
}

export function createChannelCache(options: EntryOptions): ChannelCache {
  const { queue, environment } = options;
  /** The one that was used last comes last. */
  const channels = new Map<string, Kept>();
  let isClosed = false;

  function use(id: string): Kept {
    const kept = channels.get(id) ?? { entry: createChannelEntry(id, options), holders: 0, cancelStop: () => {} };
    channels.delete(id);
    channels.set(id, kept);
    kept.entry.showPending();
    return kept;
  }

  const isNeeded = (id: string, kept: Kept) => kept.holders > 0 || queue.isWaiting(id);

  function stopSoon(id: string, kept: Kept) {
    kept.cancelStop();
    kept.cancelStop = environment.clock.after(lingering, () => {
      if (isNeeded(id, kept)) return;
      kept.entry.connection.stop();
      forgetOldest();
    });
  }

  function forgetOldest() {
    const unneeded = [...channels].filter(([id, kept]) => !isNeeded(id, kept));
    for (const [id, kept] of unneeded.slice(0, -keptChannels)) {
      channels.delete(id);
      kept.cancelStop();
      kept.entry.close();
    }
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
        if (!isNeeded(id, kept)) stopSoon(id, kept);
      };
      return { entry: kept.entry, release };
    },
    reconnect(id) {
      const kept = channels.get(id);
      if (kept !== undefined && kept.holders > 0) kept.entry.connection.start();
    },
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
    close() {
      isClosed = true;
      for (const { entry, cancelStop } of channels.values()) {
        cancelStop();
        entry.close();
      }
      channels.clear();
    },
  };
}
