import type { Api } from '../api/api.ts';
import type { ChannelEntry } from './channel-entry.ts';
import { createBookmarkActions, type BookmarkActions } from './bookmark-actions.ts';
import type { ChannelState, MessageBlocks, PendingMessage } from './channel-state.ts';
import { newestTs } from './channel-selectors.ts';
import type { ConnectionState } from '../connection/connection-state.ts';
import type { SendQueue } from '../sending/send-queue.ts';
import type { ReadableStore } from '../store.ts';

export interface SendOptions {
  blocks?: MessageBlocks;
  /** The root of the thread that it answers. */
  threadTs?: string;
  /** Whether a reply is shown in the channel too. */
  broadcast?: boolean;
}

/** One open channel. While any handle is open the channel's socket is; calls throw ApiError. */
export interface ChannelHandle extends BookmarkActions {
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
  /** Shown at once, taken back when refused. `name` without colons. */
  react(ts: string, name: string): Promise<void>;
  unreact(ts: string, name: string): Promise<void>;
  /** Shown at once, taken back when refused. */
  pin(ts: string): Promise<void>;
  unpin(ts: string): Promise<void>;
  /** To be called at every key: tells others that the person is writing, as often as is needed. */
  typing(threadTs?: string): void;
  /** Takes a message off the screen that only this person sees. */
  dismissEphemeral(ts: string): void;
  loadOlder(): Promise<void>;
  loadNewer(): Promise<void>;
  /** Shows the stretch around a message; false when there is no message of this `ts` in the channel's list. */
  jumpTo(ts: string): Promise<boolean>;
  /** Shows the live end again, at once when it is held. */
  jumpToLatest(): void;
  /** Loads a thread into `state.threads` and keeps it there until it is closed. */
  openThread(rootTs: string): Promise<void>;
  closeThread(rootTs: string): void;
  /**
   * The person has seen everything up to `ts`: moves the read cursor forward, never back. Does nothing while
   * `state.isMarkedUnread`.
   */
  markRead(ts: string): void;
  /** The person says that they have read everything: also ends `isMarkedUnread`. */
  markAllRead(): void;
  /**
   * Moves the read cursor to just before the message and holds it there (`state.isMarkedUnread`), although the list may
   * be at its end, until the person sends something, says `markAllRead`, or leaves the channel.
   */
  markUnread(ts: string): void;
  /** Moves a thread's read cursor forward, never back. */
  markThreadRead(rootTs: string, ts: string): void;
  /** Moves a thread's read cursor to just before the reply. */
  markThreadUnread(rootTs: string, ts: string): void;
  /** Shown at once, taken back when refused. */
  followThread(rootTs: string, isFollowing: boolean): Promise<void>;
  close(): void;
}

export interface HandleOptions {
  entry: ChannelEntry;
  release: () => void;
  queue: SendQueue;
  api: Api;
  /** The channel's read cursor has moved. */
  onRead(id: string): void;
  /** A thread's read cursor has moved. */
  onThreadRead(id: string, rootTs: string): void;
}

export function createChannelHandle(id: string, options: HandleOptions): ChannelHandle {
  const { entry, release, queue, api, onRead, onThreadRead } = options;
  const { store, connection, history, threads, changes, reading, typing } = entry;
  const markRead = (ts: string) => {
    if (entry.markRead(ts)) onRead(id);
  };
  return {
    id,
    store,
    connection: connection.state,
    send(text, { broadcast, ...rest } = {}) {
      const sent = queue.enqueue(id, { text, ...rest, ...(broadcast && { isBroadcast: true }) });
      if (rest.threadTs === undefined) entry.releaseCursor();
      return sent;
    },
    retry: queue.retry,
    discard: queue.discard,
    edit: changes.edit,
    remove: changes.remove,
    react: (ts, name) => changes.react(ts, name, true),
    unreact: (ts, name) => changes.react(ts, name, false),
    pin: (ts) => changes.pin(ts, true),
    unpin: (ts) => changes.pin(ts, false),
    typing: typing.say,
    dismissEphemeral(ts) {
      store.update((state) => ({ ...state, ephemeral: state.ephemeral.filter((message) => message.ts !== ts) }));
    },
    ...createBookmarkActions(id, api),
    loadOlder: history.loadOlder,
    loadNewer: history.loadNewer,
    jumpTo: history.jumpTo,
    jumpToLatest: history.jumpToLatest,
    openThread: threads.open,
    closeThread: threads.close,
    markRead,
    markAllRead() {
      entry.releaseCursor();
      const newest = newestTs(store.get());
      if (newest !== null) markRead(newest);
    },
    markUnread(ts) {
      entry.markUnread(ts);
      onRead(id);
    },
    markThreadRead(rootTs, ts) {
      if (reading.markRead(rootTs, ts)) onThreadRead(id, rootTs);
    },
    markThreadUnread(rootTs, ts) {
      reading.markUnread(rootTs, ts);
      onThreadRead(id, rootTs);
    },
    followThread: reading.follow,
    close: release,
  };
}
