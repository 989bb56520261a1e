import type { ChannelEntry } from './channel-entry.ts';
import type { ChannelState, MessageBlocks, PendingMessage } from './channel-state.ts';
import type { ConnectionState } from './connection-state.ts';
import type { SendQueue } from './send-queue.ts';
import type { ReadableStore } from './store.ts';

export interface SendOptions {
  blocks?: MessageBlocks;
  /** The root of the thread that it answers. */
  threadTs?: string;
}

/** One open channel. While any handle is open the channel's socket is; calls throw ApiError. */
export interface ChannelHandle {
  readonly id: string;
  readonly store: ReadableStore<ChannelState>;
  readonly connection: ReadableStore<ConnectionState>;
  /** Shows the message as pending and sends it when possible; its id. Throws QueueFullError, and then keeps nothing. */
  send(text: string, options?: SendOptions): string;
  /** Sends a failed message again, after those that wait. */
  retry(id: string): void;
  /** Drops a failed message and gives it back for the composer; null when there is no such failed message. */
  discard(id: string): PendingMessage | null;
  /** Shown at once, taken back when refused. */
  edit(ts: string, text: string, blocks?: MessageBlocks): Promise<void>;
  /** Shown at once, taken back when refused. */
  remove(ts: string): Promise<void>;
  loadOlder(): Promise<void>;
  loadNewer(): Promise<void>;
  /** Shows the stretch around a message; false when there is no message of this `ts` in the channel's list. */
  jumpTo(ts: string): Promise<boolean>;
  /** Shows the live end again, at once when it is held. */
  jumpToLatest(): void;
  /** Loads a thread into `state.threads` and keeps it there until it is closed. */
  openThread(rootTs: string): Promise<void>;
  closeThread(rootTs: string): void;
  /** Moves the read cursor forward, never back. */
  markRead(ts: string): void;
  close(): void;
}

export function createChannelHandle(
  id: string,
  { entry, release }: { entry: ChannelEntry; release: () => void },
  queue: SendQueue,
  /** The read cursor has moved. */
  onRead: (id: string) => void,
): ChannelHandle {
  const { store, connection, history, threads, changes } = entry;
  return {
    id,
    store,
    connection: connection.state,
    send: (text, options) => queue.enqueue(id, { text, ...options }),
    retry: queue.retry,
    discard: queue.discard,
    edit: changes.edit,
    remove: changes.remove,
    loadOlder: history.loadOlder,
    loadNewer: history.loadNewer,
    jumpTo: history.jumpTo,
    jumpToLatest: history.jumpToLatest,
    openThread: threads.open,
    closeThread: threads.close,
    markRead(ts) {
      if (entry.markRead(ts)) onRead(id);
    },
    close: release,
  };
}
