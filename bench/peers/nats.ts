import { once } from 'node:events';
import { connect } from 'node:net';
import { saying } from '../rooms/room.ts';
import { run } from '../servers/program.ts';
import { getProgram } from './installed.ts';
import type { Peer } from './peer.ts';
import { listen, seatOf } from './socket-peers.ts';

const program = () => getProgram('usr/sbin/nats-server') ?? getProgram('usr/bin/nats-server');

/** A broker in Go, spoken to by its own protocol over TCP (https://docs.nats.io/reference/reference-protocols/nats-protocol). */
export const nats: Peer = {
  name: 'NATS',
  does: 'a subject of a broker, no WebSocket; stores nothing',
  isInstalled: () => program() !== null,
  start: async () =>
    run({ command: 'sh', args: ['-c', `exec ${program()} -a 127.0.0.1 -p $PORT`], ready: /Server is ready/ }),
  room: (server) => {
    let seats = 0;
    return {
      name: 'NATS',
      processes: server.processes,
      async enter(ears = {}) {
        const text = `${saying}#${(seats += 1)}#`;
        const heard = listen(text, ears);
        const socket = connect(server.port, '127.0.0.1').setNoDelay(true);
        const ready = Promise.withResolvers<void>();
        let rest = Buffer.alloc(0);
        socket.on('data', (chunk: Buffer) => {
          rest = takeAll(rest.length === 0 ? chunk : Buffer.concat([rest, chunk]), heard.take, ready.resolve);
        });
        socket.on('error', () => undefined);
        await once(socket, 'connect');
        socket.write('CONNECT {"verbose":false}\r\nSUB room 1\r\nPING\r\n');
        await ready.promise;
        const command = `PUB room ${text.length}\r\n${text}\r\n`;
        return seatOf({ send: (line) => socket.write(line), destroy: () => socket.destroy() }, command, heard);
      },
    };
  },
};

/** Takes every message that is there whole, and gives back the rest. */
function takeAll(data: Buffer, onMessage: (payload: Buffer) => void, onPong: () => void): Buffer<ArrayBuffer> {
  for (;;) {
    const end = data.indexOf('\r\n');
    if (end < 0) return Buffer.from(data);
    const line = data.toString('latin1', 0, end);
    let next = end + 2;
    if (line.startsWith('MSG')) {
      const size = Number(line.slice(line.lastIndexOf(' ') + 1));
      if (data.length < next + size + 2) return Buffer.from(data);
      onMessage(data.subarray(next, next + size));
      next += size + 2;
    } else if (line === 'PONG') onPong();
    data = data.subarray(next);
  }
}
