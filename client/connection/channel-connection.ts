import type { Message } from '../../shared/message.ts';
import {
  ChannelServerFrame,
  type ChannelClientFrame,
  type HelloFrame,
  type WireEvent,
} from '../../shared/protocol/channel-socket.ts';
import type { ChannelState } from '../channel/channel-state.ts';
import type { ConnectionState } from './connection-state.ts';
import { parseFrame } from './parse-frame.ts';
import { createReconnectingSocket } from './reconnecting-socket.ts';
import { applyEvents, applySnapshot } from '../channel/reduce.ts';
import { socketUrl, ticketFor, type Connecting } from './socket-url.ts';
import type { ReadableStore, Store } from '../store.ts';

/** What others learn from the socket, after the store has it. */
export interface ChannelListener {
  /** Everything that was missed is here; messages may be sent. */
  onReady(): void;
  onDown(): void;
  onEvents(events: readonly WireEvent[]): void;
  /** What was held before is void. */
  onSnapshot(messages: readonly Message[]): void;
  onAck(clientMsgId: string): void;
  onRefused(frame: Extract<ChannelServerFrame, { type: 'refused' }>): void;
  onTyping(user: string, rootTs: string | undefined): void;
  onEphemeral(message: Message): void;
  /** The roots of the threads that are shown. */
  watchedThreads(): readonly string[];
  /** The store has what the device remembers, or will not have it. */
  whenRestored(): Promise<void>;
  /** A frame of ours was not understood. */
  onProtocolError(error: Extract<ChannelServerFrame, { type: 'error' }>['error']): void;
}

export interface ChannelConnection {
  readonly state: ReadableStore<ConnectionState>;
  start(): void;
  stop(): void;
  /** Gives up a connection that takes messages and does not answer. */
  restart(): void;
  /** False when the channel is not live. */
  send(frame: ChannelClientFrame | readonly ChannelClientFrame[]): boolean;
  /** Tells the server which threads are shown, if it does not know yet. */
  watch(): void;
}

/** The socket of one channel, which keeps the channel's store at the newest event. */
export function createChannelConnection(
  store: Store<ChannelState>,
  listener: ChannelListener,
  { auth, baseUrl, environment }: Connecting,
): ChannelConnection {
  const { id } = store.get();
  /** The event at which the connection has caught up; null before hello, and once it has. */
  let readyAt: number | null = null;
  /** The threads that the server knows of, as the URL has them. */
  let told = '';

  const socket = createReconnectingSocket(
    {
      async getUrl({ isSignedOut }) {
        const [ticket] = await Promise.all([ticketFor(auth, id, isSignedOut), listener.whenRestored()]);
        const { epoch, seq } = store.get();
        const resume = epoch === null ? {} : { epoch, seq };
        told = listener.watchedThreads().join(',');
        const threads = told === '' ? {} : { threads: told };
        return socketUrl(baseUrl, `/sockets/channels/${id}`, { ticket, ...resume, ...threads });
      },
      async getPollTarget({ isSignedOut }) {
        if (isSignedOut) await auth.refresh();
        await listener.whenRestored();
        return { path: `/sockets/channels/${id}/poll`, body: pollBody };
      },
      onText(text) {
        const frame = parseFrame(ChannelServerFrame, text);
        if (frame === null) startAfresh();
        else handle(frame);
      },
      onDown() {
        readyAt = null;
        listener.onDown();
      },
    },
    environment,
  );

  function pollBody() {
    const { epoch, seq } = store.get();
    return epoch === null ? {} : { resume: { epoch, seq } };
  }

  function handle(frame: ChannelServerFrame) {
    switch (frame.type) {
      case 'hello':
        return handleHello(frame);
      case 'events':
        return handleEvents(frame.seq, frame.events);
      case 'ack':
        return listener.onAck(frame.client_msg_id);
      case 'refused':
        return listener.onRefused(frame);
      case 'typing':
        return listener.onTyping(frame.user, frame.thread_ts);
      case 'ephemeral':
        return listener.onEphemeral(frame.message);
      case 'error':
        return listener.onProtocolError(frame.error);
    }
  }

  function handleHello(hello: HelloFrame) {
    if (!hello.resumed && hello.snapshot === undefined) return startAfresh();
    socket.setLive();
    watch();
    if (hello.snapshot !== undefined) {
      store.update((state) => applySnapshot(state, hello));
      listener.onSnapshot(hello.snapshot.messages);
    }
    readyAt = hello.seq;
    tellWhenReady();
  }

  function handleEvents(seq: number, events: readonly WireEvent[]) {
    const before = store.get();
    const after = applyEvents(before, seq, events);
    // Some are missing: resuming from what we have brings them.
    if (after === null) return socket.restart();
    store.set(after);
    listener.onEvents(events.slice(before.seq + 1 - seq));
    if (after.epoch === null) socket.restart();
    else tellWhenReady();
  }

  function tellWhenReady() {
    if (readyAt === null || store.get().seq < readyAt) return;
    readyAt = null;
    listener.onReady();
  }

  function send(frame: ChannelClientFrame | readonly ChannelClientFrame[]): boolean {
    return socket.send(JSON.stringify(frame));
  }

  function watch() {
    const threads = [...listener.watchedThreads()];
    if (threads.join(',') !== told && send({ type: 'watch', threads })) told = threads.join(',');
  }

  /** The server says what we do not understand; a snapshot may do better. */
  function startAfresh() {
    store.update((state) => ({ ...state, epoch: null }));
    socket.restart();
  }

  return {
    state: socket.state,
    start: socket.start,
    stop: socket.stop,
    restart: socket.restart,
    send,
    watch,
  };
}
