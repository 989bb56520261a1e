import type { Socket, SocketHandlers } from '../connection/web-socket.ts';

export interface FakeSocketOptions {
  url: string;
  handlers: SocketHandlers;
  /** What the server does with a text. */
  onText: (text: string) => void;
  /** The connection has ended, from either side. */
  onGone: () => void;
  /** Whether to deliver without being asked to. */
  isPrompt: () => boolean;
}

/**
 * One connection between a client and the fake server. What is sent either way waits here until the test delivers it, so
 * that a cut loses exactly what was on its way.
 */
export class FakeSocket implements Socket {
  readonly url: URL;
  isOpen = true;
  /** The threads of which the client wants the replies. */
  watched: ReadonlySet<string>;
  readonly #options: FakeSocketOptions;
  #toClient: (() => void)[] = [];
  #toServer: string[] = [];

  constructor(options: FakeSocketOptions) {
    this.url = new URL(options.url);
    this.#options = options;
    this.watched = new Set(this.url.searchParams.get('threads')?.split(','));
  }

  /** The client's side. */
  send(text: string): void {
    this.#toServer.push(text);
    if (this.#options.isPrompt()) queueMicrotask(() => this.deliverToServer());
  }

  /** The client's side. */
  close(): void {
    this.#end();
  }

  /** The server's side. */
  push(frame: object | string): void {
    const text = typeof frame === 'string' ? frame : JSON.stringify(frame);
    this.#enqueue(() => this.#options.handlers.onText(text));
  }

  /** The server's side: what was pushed before arrives first. */
  closeWith(code: number): void {
    this.#enqueue(() => this.cut(code));
  }

  /** The connection breaks, and what was on its way is lost. */
  cut(code = 1006): void {
    if (!this.isOpen) return;
    this.#end();
    this.#options.handlers.onClose(code);
  }

  /** Delivers what the client sent. */
  deliverToServer(): void {
    for (const text of this.#toServer.splice(0)) if (this.isOpen) this.#options.onText(text);
  }

  /** Delivers the oldest `count` frames of what the server sent; each of them twice if so wanted. */
  deliverToClient(count = Infinity, times = 1): void {
    for (const deliver of this.#toClient.splice(0, count))
      for (let time = 0; time < times; time += 1) if (this.isOpen) deliver();
  }

  get isIdle(): boolean {
    return this.#toClient.length === 0 && this.#toServer.length === 0;
  }

  #enqueue(deliver: () => void): void {
    this.#toClient.push(deliver);
    if (this.#options.isPrompt()) queueMicrotask(() => this.deliverToClient());
  }

  #end(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.#toClient = [];
    this.#toServer = [];
    this.#options.onGone();
  }
}
