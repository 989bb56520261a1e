import type { Viewer } from '../channel/context.ts';

type Opening = { ticket?: string; session?: string; query?: string; protocol?: number; expires?: number };

let tickets = 0;

/** A socket as the Worker passes it on, with what came over it, and a way to wait for what has not come yet. */
export class TestSocket {
  readonly frames: Record<string, unknown>[] = [];
  closed: number | null = null;
  readonly #socket: WebSocket;
  #waiting: (() => void)[] = [];

  constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => {
      this.frames.push(typeof data === 'string' && data.startsWith('{') ? JSON.parse(data) : { raw: data });
      this.#wake();
    });
    socket.addEventListener('close', ({ code }) => {
      this.closed = code;
      this.#wake();
    });
    socket.accept();
  }

  static async open(
    stub: { fetch(request: Request): Promise<Response> },
    viewer: Viewer,
    opening: Opening = {},
  ): Promise<TestSocket> {
    const response = await stub.fetch(
      new Request(`https://edgeways.test/?protocol=${opening.protocol ?? 1}${opening.query ?? ''}`, {
        headers: {
          upgrade: 'websocket',
          'x-edgeways-user': viewer.userId,
          'x-edgeways-role': viewer.role,
          'x-edgeways-session': opening.session ?? `session of ${viewer.userId}`,
          'x-edgeways-ticket': opening.ticket ?? `ticket ${(tickets += 1)}`,
          'x-edgeways-ticket-expires': String(opening.expires ?? Date.now() + 30_000),
        },
      }),
    );
    if (!response.webSocket) throw new Error(`no socket: ${response.status}`);
    return new TestSocket(response.webSocket);
  }

  send(frame: unknown): void {
    this.#socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame));
  }

  close(): void {
    this.#socket.close(1000);
  }

  /** The first frame of that type, waiting for it. */
  async frame(type: string): Promise<Record<string, unknown>> {
    return this.until(() => this.frames.find((frame) => frame['type'] === type));
  }

  /** Every event that came, in order. */
  events(): Record<string, unknown>[] {
    return this.frames.flatMap((frame) =>
      frame['type'] === 'events' && Array.isArray(frame['events'])
        ? (frame['events'] as Record<string, unknown>[])
        : [],
    );
  }

  async event(matches: (event: Record<string, unknown>) => boolean): Promise<Record<string, unknown>> {
    return this.until(() => this.events().find(matches));
  }

  async closeCode(): Promise<number> {
    return this.until(() => this.closed ?? undefined);
  }

  /** Waits, as long as the test may take, until there is something to return. */
  async until<T>(get: () => T | undefined): Promise<T> {
    for (;;) {
      const found = get();
      if (found !== undefined) return found;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}
