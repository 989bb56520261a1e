import { closeCodes } from '../../../shared/protocol/sockets.ts';
import { getSocketState, type SocketState, type ChannelSocket } from './socket-state.ts';
import type { EncodedEvent } from '../context.ts';
import { eventsFrameFor } from '../log/events-frame.ts';

/** To whom a frame goes that is no event: one person's sockets, or those of all others, or of those in a thread. */
export type Audience = { to: string } | { allBut: string; thread?: string | undefined };

/** Whose sockets are to be closed. */
export type Whose = { user: string } | { session: string };

/** What of a live socket's state decides what it gets; kept apart because reading a state decodes it. */
type Listener = { user: string; threads: ReadonlySet<string> };

const nothing: ReadonlySet<string> = new Set();

/**
 * The sockets that are looking at the channel. The sets are in memory and made anew from the attachments when the object
 * wakes; a push is one text, encoded once, handed to each, unless some watch a thread that it is about.
 */
export class FanOut {
  /** Accepted, and not yet admitted: they get nothing, but can be evicted. */
  readonly #arriving = new Set<ChannelSocket>();
  readonly #live = new Map<ChannelSocket, Listener>();
  /** How many live sockets watch each thread. */
  readonly #watched = new Map<string, number>();

  constructor(sockets: Iterable<ChannelSocket>) {
    for (const socket of sockets) {
      const state = getSocketState(socket);
      if (state?.live) this.#listen(socket, state);
    }
  }

  /** Sockets that are here or about to be. */
  get size(): number {
    return this.#arriving.size + this.#live.size;
  }

  arrive(socket: ChannelSocket, who: Omit<SocketState, 'live' | 'offences'>): void {
    socket.setState({ ...who, live: false, offences: 0 });
    this.#arriving.add(socket);
  }

  /** From now on it gets pushes; false when it was evicted, or left, while it was arriving. */
  admit(socket: ChannelSocket): boolean {
    const state = getSocketState(socket);
    if (!this.#arriving.delete(socket) || !state) return false;
    socket.setState({ ...state, live: true });
    this.#listen(socket, state);
    return true;
  }

  /** Only a live socket is listened to: a client may go on sending after its close frame. */
  isLive(socket: ChannelSocket): boolean {
    return this.#live.has(socket);
  }

  /** The threads that a live socket's client shows from now on. */
  watch(socket: ChannelSocket, threads: readonly string[]): void {
    const state = getSocketState(socket);
    if (!state || !this.isLive(socket)) return;
    const changed = { ...state, threads: [...new Set(threads)] };
    socket.setState(changed);
    this.#forget(socket);
    this.#listen(socket, changed);
  }

  remove(socket: ChannelSocket): void {
    this.#arriving.delete(socket);
    this.#forget(socket);
  }

  /** Closes a socket that gets nothing more and is heard no more, also if the object is evicted before it is gone. */
  dismiss(socket: ChannelSocket, code: number): void {
    this.remove(socket);
    const state = getSocketState(socket);
    if (state) socket.setState({ ...state, live: false });
    socket.close(code);
  }

  push(events: readonly EncodedEvent[]): void {
    if (this.#live.size === 0 || events.length === 0) return;
    const watched = this.#watchedOf(events);
    // The usual case: nobody is to get anything else than everybody.
    if (watched.length === 0) return this.#sendToAll(eventsFrameFor(events, nothing));
    const frames = new Map<string, string>();
    for (const [socket, { threads }] of this.#live) {
      const shown = threads.size === 0 ? [] : watched.filter((thread) => threads.has(thread));
      const key = shown.join();
      let frame = frames.get(key);
      if (frame === undefined) frames.set(key, (frame = eventsFrameFor(events, new Set(shown))));
      this.#sendOrDrop(socket, frame);
    }
  }

  /** A frame that is no event and has no place in the log: whoever is not there never hears of it. */
  tell(audience: Audience, frame: string): void {
    for (const [socket, listener] of this.#live) if (isIn(audience, listener)) this.#sendOrDrop(socket, frame);
  }

  /** Closes these sockets; nothing is pushed to them from here on. */
  evict(whose: Whose | 'all', code: number): void {
    for (const socket of [...this.#arriving, ...this.#live.keys()]) {
      const state = getSocketState(socket);
      if (state && (whose === 'all' || isOf(whose, state))) this.dismiss(socket, code);
    }
  }

  /** The threads that these events are about, as far as somebody watches them. */
  #watchedOf(events: readonly EncodedEvent[]): string[] {
    if (this.#watched.size === 0) return [];
    const watched = new Set<string>();
    for (const { light } of events) if (light && this.#watched.has(light.thread_ts)) watched.add(light.thread_ts);
    return [...watched];
  }

  #sendToAll(frame: string): void {
    for (const socket of this.#live.keys()) this.#sendOrDrop(socket, frame);
  }

  /** A socket that fails to take a frame has lost it, so it must come back and resume. */
  #sendOrDrop(socket: ChannelSocket, frame: string): void {
    try {
      socket.send(frame);
    } catch {
      this.dismiss(socket, closeCodes.tryAgain);
    }
  }

  #listen(socket: ChannelSocket, { user, threads }: SocketState): void {
    this.#live.set(socket, { user, threads: threads.length === 0 ? nothing : new Set(threads) });
    for (const thread of threads) this.#watched.set(thread, (this.#watched.get(thread) ?? 0) + 1);
  }

  #forget(socket: ChannelSocket): void {
    for (const thread of this.#live.get(socket)?.threads ?? nothing) {
      const others = (this.#watched.get(thread) ?? 0) - 1;
      if (others > 0) this.#watched.set(thread, others);
      else this.#watched.delete(thread);
    }
    this.#live.delete(socket);
  }
}

function isIn(audience: Audience, { user, threads }: Listener): boolean {
  if ('to' in audience) return user === audience.to;
  return user !== audience.allBut && (audience.thread === undefined || threads.has(audience.thread));
}

function isOf(whose: Whose, { user, session }: SocketState): boolean {
  return 'user' in whose ? user === whose.user : session === whose.session;
}
