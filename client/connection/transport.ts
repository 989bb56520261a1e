import type { Clock } from '../clock.ts';
import type { PollTarget, PollingOptions } from './polling-socket.ts';
import { createStore, type ReadableStore } from '../store.ts';
import type { OpenSocket, Socket, SocketHandlers } from './web-socket.ts';

/** How the connections of a client go over the network. */
export type TransportKind = 'socket' | 'polling';

/** Makes the connection that was prepared. */
export type Opener = (handlers: SocketHandlers) => Socket;

/** Where one connection leads, by either way. Each gives what it needs for one attempt, or throws. */
export interface Destination {
  /** The address of a socket, with a ticket of its own. */
  getUrl(): Promise<string>;
  /** To be ready for requests. */
  getPollTarget(): Promise<PollTarget>;
}

/**
 * Sockets, as long as they can be opened; requests where something on the way, such as a proxy, lets no socket through.
 * All connections go the same way.
 */
export interface Transport {
  readonly kind: ReadableStore<TransportKind>;
  prepare(kind: TransportKind, destination: Destination): Promise<Opener>;
  /** A connection has spoken. */
  onLive(kind: TransportKind): void;
  /** One that had spoken has ended. */
  onDown(kind: TransportKind): void;
  /** A socket for which there was a ticket has ended without a word. */
  onSocketFailed(): void;
  stop(): void;
}

export interface TransportOptions extends Omit<PollingOptions, 'target'> {
  openSocket: OpenSocket;
  /** Of a socket with which to find out whether sockets can be opened again. */
  getProbeUrl(): Promise<string>;
}

/**
 * After how many failures in a row it is polling: few where no socket was ever opened; more where some were, since then it
 * is likelier the server that is away, and all of its clients would poll when it comes back.
 */
const patienceAtFirst = 2;
const patienceLater = 6;
/** How often a socket is tried while polling, and how long for. Milliseconds. */
const probeInterval = 60_000;
const probeTimeout = 15_000;

export function createTransport(options: TransportOptions): Transport {
  const { openSocket, clock } = options;
  const kind = createStore<TransportKind>('socket');
  let liveSockets = 0;
  let failures = 0;
  let hasEverOpened = false;
  let cancelProbe = () => {};

  function probeLater() {
    cancelProbe = clock.after(probeInterval, () => {
      cancelProbe = probe(options, clock, (isThrough) => {
        if (isThrough) kind.set('socket');
        else probeLater();
      });
    });
  }

  return {
    kind,
    async prepare(wanted, destination) {
      if (wanted === 'socket') {
        const url = await destination.getUrl();
        return (handlers) => openSocket(url, handlers);
      }
      // Few ever need it.
      const [{ openPolling }, target] = await Promise.all([import('./polling-socket.ts'), destination.getPollTarget()]);
      return (handlers) => openPolling({ ...options, target }, handlers);
    },
    onLive(live) {
      if (live !== 'socket') return;
      liveSockets += 1;
      failures = 0;
      hasEverOpened = true;
    },
    onDown(down) {
      if (down === 'socket') liveSockets -= 1;
    },
    onSocketFailed() {
      // As long as another one works it is not the way that is closed.
      if (liveSockets > 0 || kind.get() === 'polling') return;
      failures += 1;
      if (failures < (hasEverOpened ? patienceLater : patienceAtFirst)) return;
      failures = 0;
      probeLater();
      kind.set('polling');
    },
    stop: () => cancelProbe(),
  };
}

/** Whether an application gave the close code its meaning, ours as a rule (RFC 6455, section 7.4.2): then the way is open. */
export function isOwnCode(code: number): boolean {
  return code >= 4000;
}

/** Opens a socket only to see whether anything comes through. What it returns gives up. */
function probe(
  { getProbeUrl, openSocket }: TransportOptions,
  clock: Clock,
  onResult: (isThrough: boolean) => void,
): () => void {
  let socket: Socket | null = null;
  let isOver = false;
  const finish = (isThrough: boolean | null) => {
    if (isOver) return;
    isOver = true;
    cancelTimeout();
    socket?.close();
    if (isThrough !== null) onResult(isThrough);
  };
  const cancelTimeout = clock.after(probeTimeout, () => finish(false));
  getProbeUrl().then(
    (url) => {
      if (!isOver) socket = openSocket(url, { onText: () => finish(true), onClose: (code) => finish(isOwnCode(code)) });
    },
    () => finish(false),
  );
  return () => finish(null);
}
