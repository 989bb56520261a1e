import { once } from 'node:events';
import { Agent, createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { connect, type Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { isOwnCode } from '../../client/connection/transport.ts';
import type { Random } from '../../scripts/slack-export/random.ts';
import { longestCut, longestDelay, longestLateness, noTrouble, type Trouble } from './trouble.ts';

/** An answer that no client should ever get. */
export interface ServerError {
  path: string;
  status: number;
  body: string;
}

type Copy = { status: number; headers: IncomingMessage['headers']; body: Buffer };

/** What a network does between clients and the server: nothing, or what `trouble` says. */
export class TroubledProxy {
  readonly url: string;
  trouble: Trouble = noTrouble;
  /** Errors of the server's own: answered by one that was up from the request to the answer. */
  readonly errors: ServerError[] = [];
  readonly #server: Server;
  readonly #port: number;
  readonly #random: Random;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 200 });
  readonly #sockets = new Set<Socket>();
  /** Counts kills and starts; odd while the server is down. */
  #life = 0;

  static async to(target: string, random: Random): Promise<TroubledProxy> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('The system gave no port.');
    return new TroubledProxy(server, address.port, Number(new URL(target).port), random);
  }

  private constructor(server: Server, ownPort: number, port: number, random: Random) {
    this.url = `http://localhost:${ownPort}`;
    this.#server = server;
    this.#port = port;
    this.#random = random;
    server.on('request', (asked, answer) => void this.#forward(asked, answer).catch(() => asked.socket.destroy()));
    server.on('upgrade', (asked, socket: Socket, head) => this.#join(asked, socket, head));
  }

  /** The server is being killed, or is up again. */
  noteLife(isUp: boolean): void {
    if ((this.#life % 2 === 0) !== isUp) this.#life += 1;
  }

  /** Breaks all sockets that are open. */
  breakSockets(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  close(): void {
    this.breakSockets();
    this.#server.close();
    this.#server.closeAllConnections();
    this.#agent.destroy();
  }

  async #forward(asked: IncomingMessage, answer: ServerResponse): Promise<void> {
    const body = await buffer(asked);
    const path = (asked.url ?? '').split('?')[0] ?? '';
    const { delay, duplicate, lateCopy, loseRequest, loseAnswer } = this.trouble;
    const random = this.#random;
    if (random.chance(delay)) await wait(random.below(longestDelay));
    if (random.chance(loseRequest)) return void asked.socket.destroy();
    const second = random.chance(duplicate) && wait(random.below(longestDelay)).then(() => this.#ask(asked, body));
    const [first] = await Promise.all([this.#ask(asked, body), second]);
    if (isHarmlessLate(path) && random.chance(lateCopy)) {
      void wait(random.below(longestLateness)).then(() => this.#ask(asked, body).catch(() => undefined));
    }
    if (random.chance(loseAnswer)) return void asked.socket.destroy();
    const { 'transfer-encoding': _, 'content-length': __, connection: ___, ...headers } = first.headers;
    answer.writeHead(first.status, { ...headers, 'content-length': first.body.length });
    answer.end(first.body);
  }

  async #ask({ method, url, headers }: IncomingMessage, body: Buffer): Promise<Copy> {
    const life = this.#life;
    const asked = request({ host: '127.0.0.1', port: this.#port, method, path: url, headers, agent: this.#agent });
    asked.end(body);
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      asked.on('response', resolve).on('error', reject);
    });
    const copy = { status: answer.statusCode ?? 0, headers: answer.headers, body: await buffer(answer) };
    const isError = copy.status >= 500 || copy.body.subarray(0, 60).includes('"internal_error"');
    if (isError && life === this.#life && life % 2 === 0) {
      this.errors.push({ path: url ?? '', status: copy.status, body: copy.body.toString().slice(0, 200) });
    }
    return copy;
  }

  #join({ url, headers }: IncomingMessage, client: Socket, head: Buffer): void {
    const server = connect(this.#port, '127.0.0.1');
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${String(value)}`);
    server.write([`GET ${url} HTTP/1.1`, ...lines, '', ''].join('\r\n'));
    server.write(head);
    let isClosing = false;
    for (const [from, to] of [
      [client, server],
      [server, client],
    ] as const) {
      this.#sockets.add(from);
      let left = this.#random.chance(this.trouble.cut) ? 500 + this.#random.below(longestCut) : Infinity;
      from.on('data', (bytes: Buffer): void => {
        // workerd keeps the connection for ten seconds after the closing handshake; browsers wait for two, Node for all.
        if (isClosing && from === client) return void server.destroy();
        isClosing ||= from === server && endsWithClose(bytes);
        const some = bytes.subarray(0, left);
        left -= some.length;
        if (left > 0) return void to.write(some);
        // What is left of the frame never comes.
        to.end(some);
        from.destroy();
      });
      from.on('error', () => to.destroy());
      from.on('close', () => {
        this.#sockets.delete(from);
        to.end();
      });
    }
  }
}

/** Requests of which a late repeat changes nothing that the checker counts on: known by an id, or moving a read cursor. */
function isHarmlessLate(path: string): boolean {
  return path === '/api/chat.postMessage' || path === '/api/conversations.mark';
}

/** Whether this ends with a close frame that has one of our codes and no reason. */
function endsWithClose(bytes: Buffer): boolean {
  const at = bytes.length - 4;
  return at >= 0 && bytes.readUInt16BE(at) === 0x8802 && isOwnCode(bytes.readUInt16BE(at + 2));
}
