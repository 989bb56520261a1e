import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { connect, type Socket } from 'node:net';

/** A proxy as companies have them: it knows HTTP, and until a test lets it, answers every WebSocket with a refusal. */
export class UpgradeBlockingProxy {
  readonly url: string;
  readonly #server: Server;
  readonly #port: number;
  readonly #tunnels = new Set<Socket>();
  #blocks = true;
  /** How many upgrades it has refused. */
  refused = 0;

  static async to(target: string): Promise<UpgradeBlockingProxy> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('The system gave no port.');
    return new UpgradeBlockingProxy(server, address.port, Number(new URL(target).port));
  }

  private constructor(server: Server, ownPort: number, port: number) {
    this.url = `http://localhost:${ownPort}`;
    this.#server = server;
    this.#port = port;
    server.on('request', (from: IncomingMessage, to: ServerResponse) => this.#forward(from, to));
    server.on('upgrade', (from: IncomingMessage, socket: Socket, head: Buffer) => this.#upgrade(from, socket, head));
  }

  /** WebSockets that are open. */
  get open(): number {
    return this.#tunnels.size / 2;
  }

  allowUpgrades(): void {
    this.#blocks = false;
  }

  /** Also breaks the sockets that are open. */
  blockUpgrades(): void {
    this.#blocks = true;
    for (const socket of this.#tunnels) socket.destroy();
  }

  close(): void {
    this.blockUpgrades();
    this.#server.closeAllConnections();
    this.#server.close();
  }

  #forward(from: IncomingMessage, to: ServerResponse): void {
    const { method, url, headers } = from;
    const onward = request({ host: '127.0.0.1', port: this.#port, method, path: url, headers }, (answer) => {
      to.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(to);
    });
    onward.on('error', () => to.destroy());
    to.on('close', () => onward.destroy());
    from.pipe(onward);
  }

  #upgrade(from: IncomingMessage, browser: Socket, head: Buffer): void {
    if (this.#blocks) {
      this.refused += 1;
      browser.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
      return;
    }
    const server = connect(this.#port, '127.0.0.1', () => {
      const lines = [`${from.method} ${from.url} HTTP/1.1`];
      for (let i = 0; i < from.rawHeaders.length; i += 2)
        lines.push(`${from.rawHeaders[i]}: ${from.rawHeaders[i + 1]}`);
      server.write(`${lines.join('\r\n')}\r\n\r\n`);
      server.write(head);
      browser.pipe(server).pipe(browser);
    });
    for (const [socket, other] of [
      [browser, server],
      [server, browser],
    ] as const) {
      this.#tunnels.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        this.#tunnels.delete(socket);
        other.destroy();
      });
    }
  }
}
