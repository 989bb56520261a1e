import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** A network cable between a browser and the server, which a test can pull out and put back. */
export class CuttableProxy {
  readonly url: string;
  readonly #sockets = new Set<Socket>();
  readonly #close: () => void;
  #isCut = false;

  static async to(target: string): Promise<CuttableProxy> {
    const { port } = new URL(target);
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('The system gave no port.');
    const proxy = new CuttableProxy(address.port, () => server.close());
    server.on('connection', (socket) => proxy.#join(socket, Number(port)));
    return proxy;
  }

  private constructor(port: number, close: () => void) {
    this.url = `http://localhost:${port}`;
    this.#close = close;
  }

  /** Everything that is open breaks, and nothing new opens. */
  cut(): void {
    this.#isCut = true;
    for (const socket of this.#sockets) socket.destroy();
  }

  mend(): void {
    this.#isCut = false;
  }

  close(): void {
    this.cut();
    this.#close();
  }

  #join(browser: Socket, port: number): void {
    if (this.#isCut) {
      browser.destroy();
      return;
    }
    const server = connect(port, '127.0.0.1');
    for (const [from, to] of [
      [browser, server],
      [server, browser],
    ] as const) {
      this.#sockets.add(from);
      from.pipe(to);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        this.#sockets.delete(from);
        to.destroy();
      });
    }
  }
}
