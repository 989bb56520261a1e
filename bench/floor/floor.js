// JavaScript, because start.ts hands this file to workerd as it is.
import { DurableObject } from 'cloudflare:workers';

/**
 * What the engine can do at best: a bare object that does one step and nothing else. `/echo/<name>` sends a text
 * back; `/insert/<name>` writes it as a row and acknowledges; `/loop/<name>` sends it to every socket, one by one;
 * `/insert-and-loop/<name>` writes it before.
 */
export class Floor extends DurableObject {
  /**
   * @param {DurableObjectState} ctx
   * @param {Env} env
   */
  constructor(ctx, env) {
    super(ctx, env);
    ctx.storage.sql.exec(
      'CREATE TABLE IF NOT EXISTS messages (id INTEGER PRIMARY KEY AUTOINCREMENT, text TEXT NOT NULL)',
    );
  }

  /**
   * @override
   * @param {Request} request
   */
  async fetch(request) {
    const [, step = ''] = new URL(request.url).pathname.split('/');
    const { 0: client, 1: server } = new WebSocketPair();
    this.ctx.acceptWebSocket(server, [step]);
    return new Response(null, { status: 101, webSocket: client });
  }

  /**
   * @override
   * @param {WebSocket} socket
   * @param {string} text
   */
  webSocketMessage(socket, text) {
    const [step] = this.ctx.getTags(socket);
    if (step === 'echo') return socket.send(text);
    if (step === 'loop') return this.sendToAll(text);
    const { id } = this.ctx.storage.sql.exec('INSERT INTO messages (text) VALUES (?) RETURNING id', text).one();
    if (step === 'insert') return socket.send(`{"ack":${String(id)}}`);
    this.sendToAll(text);
  }

  /** @param {string} text */
  sendToAll(text) {
    for (const socket of this.ctx.getWebSockets()) socket.send(text);
  }
}

export default {
  /**
   * @param {Request} request
   * @param {{ FLOOR: DurableObjectNamespace }} env
   */
  async fetch(request, env) {
    const { pathname } = new URL(request.url);
    if (request.headers.get('upgrade') === null) return new Response('floor');
    return env.FLOOR.getByName(pathname).fetch(request);
  },
};
