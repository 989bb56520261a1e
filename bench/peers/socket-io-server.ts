import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { INSTALLED } from './installed.ts';

/** What of socket.io is used here; it is no dependency of the project, so its types are not there either. */
interface Socket {
  join(room: string): void;
  on(event: 'said', listener: (text: string) => void): void;
}
interface Server {
  on(event: 'connection', listener: (socket: Socket) => void): void;
  to(room: string): { emit(event: 'said', text: string): void };
}
const { Server }: { Server: new (http: object, options: object) => Server } = createRequire(
  join(INSTALLED, 'package.json'),
)('socket.io');

/** A room as its documentation has it. */
const http = createServer();
const io = new Server(http, { transports: ['websocket'] });
io.on('connection', (socket) => {
  socket.join('room');
  socket.on('said', (text) => io.to('room').emit('said', text));
});
http.listen(Number(process.env['PORT']), '127.0.0.1', () => console.log('socket.io is ready'));
