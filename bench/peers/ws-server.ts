import { createRequire } from 'node:module';
import { join } from 'node:path';
import { INSTALLED } from './installed.ts';

/** What of `ws` is used here; it is no dependency of the project, so its types are not there either. */
interface Server {
  clients: Set<{ send(text: string): void }>;
  on(event: 'connection', listener: (socket: Socket) => void): void;
}
interface Socket {
  on(event: 'message', listener: (data: Buffer) => void): void;
}
const { WebSocketServer }: { WebSocketServer: new (options: object) => Server } = createRequire(
  join(INSTALLED, 'package.json'),
)('ws');

/** The least that can be done: a loop over all sockets for each message. */
const server = new WebSocketServer({ host: '127.0.0.1', port: Number(process.env['PORT']) });
server.on('connection', (socket) =>
  socket.on('message', (data) => {
    const text = data.toString();
    for (const client of server.clients) client.send(text);
  }),
);
console.log('ws is ready');
