import type { PendingMessage } from '../channel/channel-state.ts';
import type { QueuedMessage, QueueStorage } from './queue-storage.ts';

/** One unsent message. Never altered; a change makes another. */
export interface QueueEntry {
  readonly channel: string;
  readonly order: number;
  readonly pending: PendingMessage;
}

/** The unsent messages in the order in which they are to be sent, here and in the device's storage. */
export interface QueueEntries {
  /** Brings in what was stored before. */
  load(): Promise<void>;
  readonly size: number;
  channels(): readonly string[];
  inChannel(channel: string): readonly QueueEntry[];
  find(id: string): QueueEntry | undefined;
  /** Adds a message after all others, or moves it there. */
  append(channel: string, pending: PendingMessage): void;
  /** Changes what is known of a message; kept in the storage if it is to survive a reload. */
  change(entry: QueueEntry, changes: Partial<PendingMessage>, options?: { isKept: boolean }): void;
  drop(entry: QueueEntry): void;
}

export function createQueueEntries(
  storage: QueueStorage,
  now: () => number,
  /** The device could not keep the message. */
  onUnsaved: (entry: QueueEntry) => void,
): QueueEntries {
  let entries: readonly QueueEntry[] = [];
  /** Writes happen one after the other, or a removal might come before what it removes. */
  let written = Promise.resolve();

  const find = (id: string) => entries.find((entry) => entry.pending.id === id);

  /** Puts an entry in its place, instead of the one with the same id if there is one. */
  function place(entry: QueueEntry) {
    const others = entries.filter((other) => other.pending.id !== entry.pending.id);
    entries = [...others, entry].sort((a, b) => a.order - b.order);
  }

  function append(channel: string, pending: PendingMessage) {
    const entry = { channel, order: Math.max(now(), (entries.at(-1)?.order ?? 0) + 1), pending };
    place(entry);
    save(entry);
  }

  function save(entry: QueueEntry) {
    written = written
      .then(() => storage.put(toStored(entry)))
      .catch(() => {
        const unsaved = find(entry.pending.id);
        if (unsaved === undefined) return;
        place({ ...unsaved, pending: { ...unsaved.pending, isSaved: false } });
        onUnsaved(unsaved);
      });
  }

  return {
    async load() {
      const stored = await storage.load().catch(() => []);
      const since = entries;
      entries = [];
      for (const message of stored) place(fromStored(message));
      // What was written meanwhile comes after it, even if the clock says otherwise.
      for (const { channel, pending } of since) append(channel, pending);
    },
    get size() {
      return entries.length;
    },
    channels: () => [...new Set(entries.map((entry) => entry.channel))],
    inChannel: (channel) => entries.filter((entry) => entry.channel === channel),
    find,
    append,
    change(entry, changes, { isKept } = { isKept: false }) {
      const changed = { ...entry, pending: { ...entry.pending, ...changes } };
      place(changed);
      if (isKept) save(changed);
    },
    drop({ pending: { id } }) {
      entries = entries.filter((other) => other.pending.id !== id);
      // What stays in the storage for want of luck is sent again one day, and the server knows that it has it.
      written = written.then(() => storage.remove(id)).catch(() => undefined);
    },
  };
}

function toStored({ channel, order, pending }: QueueEntry): QueuedMessage {
  const { id, text, blocks, threadTs, isBroadcast, createdAt, error } = pending;
  return { id, channel, text, blocks, threadTs, isBroadcast, createdAt, order, error };
}

function fromStored({ channel, order, ...message }: QueuedMessage): QueueEntry {
  const status = message.error === undefined ? 'queued' : 'failed';
  return { channel, order, pending: { ...message, status, isSaved: true } };
}
