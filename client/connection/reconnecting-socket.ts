import { afterClose, closeCodes } from '../../shared/protocol/sockets.ts';
import { ApiError, isPassing, isSignedOut as isSignedOutError } from '../api/api-error.ts';
import { backOffDelay } from './back-off.ts';
import type { Clock } from '../clock.ts';
import { openAttempt, type Attempt, type AttemptEnd } from './connection-attempt.ts';
import type { ConnectionState, GoneReason } from './connection-state.ts';
import type { PollTarget } from './polling-socket.ts';
import { createStore, type ReadableStore } from '../store.ts';
import { isOwnCode, type Transport, type TransportKind } from './transport.ts';
import type { Wake } from './wake.ts';

/** What every connection of a client shares. */
export interface SocketEnvironment {
  transport: Transport;
  clock: Clock;
  random: () => number;
  wake: Wake;
}

export interface SocketOwner {
  /**
   * Where to connect, with a ticket of its own for each attempt. `isSignedOut`: the server has ended the session that the
   * last ticket came from, as far as it knows.
   */
  getUrl(options: { isSignedOut: boolean }): Promise<string>;
  /** The same where there are no sockets. */
  getPollTarget(options: { isSignedOut: boolean }): Promise<PollTarget>;
  onText(text: string): void;
  /** A live connection is not any more. */
  onDown(): void;
}

/**
 * A connection that comes back by itself until it is stopped or told to stay away. Ours rather than partysocket's, whose
 * waiting cannot be seen, cut short, or tested with a clock.
 */
export interface ReconnectingSocket {
  readonly state: ReadableStore<ConnectionState>;
  /** Connects, if it is not about to anyway; also when it was gone. */
  start(): void;
  /** To be called at the first frame that makes sense: until then an attempt has not succeeded. */
  setLive(): void;
  /** False when there is no live connection. */
  send(text: string): boolean;
  /** Drops a connection that is of no use any more, and makes another. */
  restart(): void;
  stop(): void;
}

/** A connection that has lived this long was a success, and the next failure is a first one. Milliseconds. */
const stableAfter = 10_000;

export function createReconnectingSocket(owner: SocketOwner, environment: SocketEnvironment): ReconnectingSocket {
  const { clock, transport, random, wake } = environment;
  const state = createStore<ConnectionState>({ kind: 'connecting' });
  let attempt: Attempt | null = null;
  /** The way that the attempt takes. */
  let via: TransportKind = 'socket';
  let liveSince: number | null = null;
  let failures = 0;
  let isSignedOut = false;
  let cancelWait = () => {};
  let stopListening: (() => void) | null = null;

  function connect() {
    cancelWait();
    state.set({ kind: 'connecting' });
    via = transport.kind.get();
    const destination = {
      getUrl: () => owner.getUrl({ isSignedOut }),
      getPollTarget: () => owner.getPollTarget({ isSignedOut }),
    };
    attempt = openAttempt({
      prepare: () => transport.prepare(via, destination),
      clock,
      onText: owner.onText,
      onEnd: end,
    });
  }

  /** Ends the attempt or the connection that there is, if any; how long it was live, in milliseconds. */
  function drop(): number | null {
    attempt?.drop();
    attempt = null;
    if (liveSince === null) return null;
    const lived = clock.now() - liveSince;
    liveSince = null;
    transport.onDown(via);
    return lived;
  }

  function end(reason: AttemptEnd) {
    const lived = drop();
    if (lived !== null && lived >= stableAfter) failures = 0;
    isSignedOut ||= reason.kind === 'closed' && reason.code === closeCodes.signedOut;
    const gone = goneAfter(reason);
    if (gone === null) wait();
    else leave(gone);
    if (lived !== null) owner.onDown();
    else if (via === 'socket' && isSpeechless(reason)) transport.onSocketFailed();
  }

  function wait() {
    const delay = backOffDelay(failures, random);
    failures += 1;
    cancelWait = clock.after(delay, connect);
    state.set({ kind: wake.isOnline() ? 'waiting' : 'offline', retryAt: clock.now() + delay });
  }

  function onWake() {
    const current = state.get();
    if (current.kind === 'live') attempt?.prove();
    if (current.kind !== 'waiting' && current.kind !== 'offline') return;
    if (wake.isOnline()) connect();
    else state.set({ kind: 'offline', retryAt: current.retryAt });
  }

  /** All connections go another way now. */
  function changeWay() {
    if (stopListening === null) return;
    cancelWait();
    const lived = drop();
    connect();
    if (lived !== null) owner.onDown();
  }

  function listen() {
    const stops = [wake.subscribe(onWake), transport.kind.subscribe(changeWay)];
    stopListening = () => {
      for (const stop of stops) stop();
    };
  }

  function leave(reason: GoneReason) {
    stopListening?.();
    stopListening = null;
    state.set({ kind: 'gone', reason });
  }

  return {
    state,
    start() {
      if (stopListening !== null) return;
      listen();
      connect();
    },
    setLive() {
      if (liveSince !== null) return;
      liveSince = clock.now();
      isSignedOut = false;
      attempt?.setLive();
      transport.onLive(via);
      state.set({ kind: 'live', via });
    },
    send(text) {
      if (liveSince === null) return false;
      attempt?.send(text);
      return true;
    },
    restart() {
      if (attempt !== null) end({ kind: 'silent' });
    },
    stop() {
      stopListening?.();
      stopListening = null;
      cancelWait();
      const lived = drop();
      if (state.get().kind !== 'gone') state.set({ kind: 'connecting' });
      if (lived !== null) owner.onDown();
    },
  };
}

/** Whether it ended without a word of our server's: something on the way may let no socket through. */
function isSpeechless(end: AttemptEnd): boolean {
  return end.kind === 'silent' || (end.kind === 'closed' && !isOwnCode(end.code));
}

/** Whether it is of any use to come back; null when it is. */
function goneAfter(end: AttemptEnd): GoneReason | null {
  if (end.kind === 'refused') {
    if (isSignedOutError(end.error)) return 'signed_out';
    return end.error instanceof ApiError && !isPassing(end.error) ? 'no_access' : null;
  }
  if (end.kind !== 'closed' || afterClose(end.code) !== 'stay-away') return null;
  if (end.code === closeCodes.unsupportedProtocol) return 'unsupported_protocol';
  return end.code === closeCodes.malformed ? 'malformed' : 'no_access';
}
