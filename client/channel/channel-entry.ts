import type { Message } from '../../shared/message.ts';
import { isPosted, type MessagePosted, type ThreadChanged } from '../../shared/events.ts';
import type { WireEvent } from '../../shared/protocol/channel-socket.ts';
import { createChannelConnection, type ChannelConnection } from '../connection/channel-connection.ts';
import { emptyChannelState, type ChannelState } from './channel-state.ts';
import type { Api } from '../api/api.ts';
import { applyCachedChannel } from '../offline/cached-state.ts';
import { sleep } from '../clock.ts';
import { createHistory, type History } from './history.ts';
import type { Offline } from '../offline/offline.ts';
import type { CachedChannel } from '../offline/offline-cache.ts';
import { createOptimisticChanges, type OptimisticChanges } from './optimistic-changes.ts';
import { settleOverlays } from './overlays.ts';
import { createPageLoads } from './page-loads.ts';
import { createReadCursor, justBefore } from './read-cursor.ts';
import type { SendQueue } from '../sending/send-queue.ts';
import type { Connecting } from '../connection/socket-url.ts';
import { createStore, type Store } from '../store.ts';
import { createThreadReading, type ThreadReading } from './thread-reading.ts';
import { createThreads, type Threads } from './threads.ts';
import { createTyping, type Typing } from './typing.ts';

/** Everything that a client has of one channel, put together: the store, and what feeds it. */
export interface ChannelEntry {
  readonly store: Store<ChannelState>;
  readonly connection: ChannelConnection;
  readonly history: History;
  readonly threads: Threads;
  readonly reading: ThreadReading;
  readonly typing: Typing;
  readonly changes: OptimisticChanges;
  /** Moves the read cursor forward; false when it is there or further already, or the person wants it where it is. */
  markRead(ts: string): boolean;
  /** Moves the read cursor to just before the message, and keeps it there until `releaseCursor`. */
  markUnread(ts: string): void;
  /** Seeing the end of the list moves the read cursor again. */
  releaseCursor(): void;
  /** The server says how far the person has read, and may not have heard of their last step yet. */
  setLastRead(lastRead: string): void;
  showPending(): void;
  close(): void;
}

/** Of messages that only this person sees. */
const keptEphemeral = 50;

export interface EntryOptions extends Connecting {
  self: string;
  api: Api;
  queue: SendQueue;
  offline: Pick<Offline, 'recall' | 'read' | 'release' | 'forget' | 'inMemory'> | null;
  /** How far the person has read in the channel, as the sidebar has it. */
  lastReadOf(id: string): string | undefined;
}

/** How long a connection waits for what the device remembers. Milliseconds. */
const restoreTimeout = 1_000;

export function createChannelEntry(id: string, options: EntryOptions): ChannelEntry {
  const { self, api, queue, environment, offline, lastReadOf } = options;
  const store = createStore(emptyChannelState(id, self));
  const cursor = createReadCursor((ts) => api.conversations.mark({ channel: id, ts }), environment.clock);
  const loads = createPageLoads(store, environment.clock, settleLoaded);
  const history = createHistory(store, api, loads);
  const reading = createThreadReading(store, api, environment.clock);
  const threads = createThreads({ store, api, loads, reading, onWatch: () => connection.watch() });
  const typing = createTyping(store, environment.clock, (frame) => connection.send(frame));

  const connection: ChannelConnection = createChannelConnection(
    store,
    {
      onReady: () => queue.attach(id, { send: connection.send, giveUp: connection.restart }),
      onDown() {
        queue.detach(id);
        typing.clear();
      },
      onEvents(events) {
        loads.record(events);
        for (const event of events) if (isOver(event)) settleOwn([event]);
        threads.hear(events);
      },
      onSnapshot(messages) {
        setLastRead(store.get().lastRead);
        settleOwn(messages);
        history.reload();
        threads.reload();
      },
      onTyping: typing.hear,
      onEphemeral: showEphemeral,
      watchedThreads: threads.watched,
      whenRestored: () => restored,
      onAck: queue.settle,
      onRefused: queue.refuse,
      onProtocolError: (error) => queue.refuseSent(id, error),
    },
    options,
  );

  const stopWatching = connection.state.subscribe(() => {
    const state = connection.state.get();
    if (state.kind !== 'gone') return;
    if (state.reason === 'no_access') {
      queue.refuseAll(id, 'channel_not_found');
      offline?.forget(id);
    }
    if (state.reason === 'malformed') queue.refuseAll(id, 'malformed_frame');
  });

  /** Shows what the device remembers, from where the first connection resumes; in this turn if it is in memory. */
  async function restore(): Promise<void> {
    if (offline === null) return;
    const remembered = offline.recall(id);
    if (remembered !== null) return fill(remembered);
    // Late is better than never: without a network nothing else comes.
    const reading = offline.read(id).then((read) => {
      if (read !== null && store.get().generation === 0) fill(read);
    });
    await Promise.race([reading, sleep(environment.clock, restoreTimeout)]);
  }

  function fill(cached: CachedChannel) {
    store.update((state) => applyCachedChannel(state, cached));
    // The rest of what it says is brought up to date by the log, this by the session.
    setLastRead(lastReadOf(id) ?? cached.lastRead);
    history.reload();
  }

  /** A reply of which only the summary came goes on waiting where its thread is open, until that is loaded again. */
  function isOver(event: WireEvent): event is MessagePosted | ThreadChanged {
    return isPosted(event) || (event.type === 'thread_changed' && !store.get().threads.has(event.thread_ts));
  }

  function showEphemeral(message: Message) {
    store.update((state) => {
      const others = state.ephemeral.filter((other) => other.ts !== message.ts);
      return { ...state, ephemeral: [...others, message].slice(-keptEphemeral) };
    });
  }

  /** Our own messages that the server has need not be sent again. */
  function settleOwn(messages: readonly Pick<Message, 'user' | 'client_msg_id'>[]) {
    for (const message of messages)
      if (message.user === self && message.client_msg_id !== undefined) queue.settle(message.client_msg_id);
  }

  function settleLoaded(messages: readonly Message[]) {
    settleOwn(messages);
    // Of some changes only the loaded page tells that they are done.
    store.update((state) => settleOverlays(state, messages));
  }

  function setLastRead(said: string) {
    const before = cursor.position();
    const lastRead = cursor.after(said);
    store.update((state) => {
      // Whoever reads on with another device does not want it unread any more.
      const isMarkedUnread = state.isMarkedUnread && lastRead === before;
      const isSame = state.lastRead === lastRead && state.isMarkedUnread === isMarkedUnread;
      return isSame ? state : { ...state, lastRead, isMarkedUnread };
    });
  }

  function showPending() {
    const pending = queue.pending(id);
    store.update((state) => (pending.length === 0 && state.pending.length === 0 ? state : { ...state, pending }));
  }

  const restored = restore();

  return {
    store,
    connection,
    history,
    threads,
    reading,
    typing,
    changes: createOptimisticChanges(store, api),
    markRead(ts) {
      const { isMember, isMarkedUnread } = store.get();
      if (!isMember || isMarkedUnread || !cursor.move(ts)) return false;
      store.update((state) => ({ ...state, lastRead: ts }));
      return true;
    },
    markUnread(ts) {
      if (!store.get().isMember) return;
      const lastRead = justBefore(ts);
      cursor.moveTo(lastRead);
      store.update((state) => ({ ...state, lastRead, isMarkedUnread: true }));
    },
    releaseCursor() {
      store.update((state) => (state.isMarkedUnread ? { ...state, isMarkedUnread: false } : state));
    },
    setLastRead,
    showPending,
    close() {
      offline?.release(id);
      stopWatching();
      connection.stop();
      history.stop();
      threads.stop();
      cursor.stop();
      reading.stop();
      typing.clear();
    },
  };
}
