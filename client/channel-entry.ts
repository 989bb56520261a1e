import type { Message } from '../shared/message.ts';
import { isPosted } from '../shared/events.ts';
import { createChannelConnection, type ChannelConnection } from './channel-connection.ts';
import { emptyChannelState, type ChannelState } from './channel-state.ts';
import type { Api } from './api.ts';
import { createHistory, type History } from './history.ts';
import { createOptimisticChanges, type OptimisticChanges } from './optimistic-changes.ts';
import { createPageLoads } from './page-loads.ts';
import { createReadCursor } from './read-cursor.ts';
import type { SendQueue } from './send-queue.ts';
import type { Connecting } from './socket-url.ts';
import { createStore, type Store } from './store.ts';
import { createThreads, type Threads } from './threads.ts';

/** Everything that a client has of one channel, put together: the store, and what feeds it. */
export interface ChannelEntry {
  readonly store: Store<ChannelState>;
  readonly connection: ChannelConnection;
  readonly history: History;
  readonly threads: Threads;
  readonly changes: OptimisticChanges;
  /** Moves the read cursor; false when it is there or further already. */
  markRead(ts: string): boolean;
  /** The server says how far the person has read, and may not have heard of their last step yet. */
  setLastRead(lastRead: string): void;
  showPending(): void;
  close(): void;
}

export interface EntryOptions extends Connecting {
  self: string;
  api: Api;
  queue: SendQueue;
}

export function createChannelEntry(id: string, options: EntryOptions): ChannelEntry {
  const { self, api, queue, environment } = options;
  const store = createStore(emptyChannelState(id, self));
  const cursor = createReadCursor((ts) => api.conversations.mark({ channel: id, ts }), environment.clock);
  const loads = createPageLoads(store, environment.clock, settleOwn);
  const history = createHistory(store, api, loads);
  const threads = createThreads(store, api, loads);

  const connection: ChannelConnection = createChannelConnection(
    store,
    {
      onReady: () => queue.attach(id, { send: connection.send, giveUp: connection.restart }),
      onDown: () => queue.detach(id),
      onEvents(events) {
        loads.record(events);
        settleOwn(events.filter(isPosted));
      },
      onSnapshot(messages) {
        setLastRead(store.get().lastRead);
        settleOwn(messages);
        history.reload();
        threads.reload();
      },
      onAck: queue.settle,
      onRefused: queue.refuse,
      onProtocolError: (error) => queue.refuseSent(id, error),
    },
    options,
  );

  const stopWatching = connection.state.subscribe(() => {
    const state = connection.state.get();
    if (state.kind !== 'gone') return;
    if (state.reason === 'no_access') queue.refuseAll(id, 'channel_not_found');
    if (state.reason === 'malformed') queue.refuseAll(id, 'malformed_frame');
  });

  /** Our own messages that the server has need not be sent again. */
  function settleOwn(messages: readonly Message[]) {
    for (const message of messages)
      if (message.user === self && message.client_msg_id !== undefined) queue.settle(message.client_msg_id);
  }

  function setLastRead(said: string) {
    const lastRead = cursor.after(said);
    store.update((state) => (state.lastRead === lastRead ? state : { ...state, lastRead }));
  }

  function showPending() {
    const pending = queue.pending(id);
    store.update((state) => (pending.length === 0 && state.pending.length === 0 ? state : { ...state, pending }));
  }

  return {
    store,
    connection,
    history,
    threads,
    changes: createOptimisticChanges(store, api),
    markRead(ts) {
      if (!store.get().isMember || !cursor.move(ts)) return false;
      store.update((state) => ({ ...state, lastRead: ts }));
      return true;
    },
    setLastRead,
    showPending,
    close() {
      stopWatching();
      connection.stop();
      history.stop();
      threads.stop();
      cursor.stop();
    },
  };
}
