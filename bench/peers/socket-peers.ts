import { WireSocket } from '../load/wire-socket.ts';
import { countIn, saying, type Ears, type Seat } from '../rooms/room.ts';
import { run, type Running } from '../servers/program.ts';
import { isPackageInstalled } from './installed.ts';
import type { Peer } from './peer.ts';

/** A bare `ws` server on Node. */
export const ws: Peer = {
  name: 'ws',
  does: 'a loop over the sockets; stores nothing',
  isInstalled: () => isPackageInstalled('ws'),
  start: async () => run({ command: process.execPath, args: ['bench/peers/ws-server.ts'], ready: /ws is ready/ }),
  room: (server) => {
    let seats = 0;
    return {
      name: 'ws',
      processes: server.processes,
      async enter(ears = {}) {
        const mark = `#${(seats += 1)}#`;
        const heard = listen(mark, ears);
        const socket = await WireSocket.open(`ws://127.0.0.1:${server.port}/`, heard.take);
        return seatOf(socket, saying + mark, heard);
      },
    };
  },
};

/** A room of socket.io on Node, spoken to as its client does (Engine.IO protocol 4, Socket.IO protocol 5). */
export const socketIo: Peer = {
  name: 'socket.io',
  does: 'a room; stores nothing',
  isInstalled: () => isPackageInstalled('socket.io'),
  start: async () =>
    run({ command: process.execPath, args: ['bench/peers/socket-io-server.ts'], ready: /socket.io is ready/ }),
  room: (server) => {
    let seats = 0;
    return {
      name: 'socket.io',
      processes: server.processes,
      async enter(ears = {}) {
        const mark = `#${(seats += 1)}#`;
        const heard = listen(mark, ears);
        const entered = await enterSocketIo(server, heard.take);
        return seatOf(entered, `42["said","${saying + mark}"]`, heard);
      },
    };
  },
};

async function enterSocketIo({ port }: Running, onEvent: (frame: Buffer) => void): Promise<WireSocket> {
  const connected = Promise.withResolvers<void>();
  const opened = Promise.withResolvers<void>();
  const socket: WireSocket = await WireSocket.open(
    `ws://127.0.0.1:${port}/socket.io/?EIO=4&transport=websocket`,
    (frame) => {
      const kind = frame.toString('latin1', 0, 2);
      if (kind === '42') onEvent(frame);
      else if (kind === '40') connected.resolve();
      else if (kind === '2') socket.send('3');
      else opened.resolve();
    },
  );
  await opened.promise;
  socket.send('40');
  await connected.promise;
  return socket;
}

type Heard = { count: number; take: (frame: Buffer) => void };

/** Counts frames, each of which is a message. */
export function listen(mark: string, { onHeard, onOwn }: Ears): Heard {
  const heard: Heard = {
    count: 0,
    take(frame) {
      heard.count += 1;
      onHeard?.(1);
      const own = onOwn === undefined ? 0 : countIn(frame, mark);
      if (own > 0) onOwn?.(own);
    },
  };
  return heard;
}

export function seatOf(socket: { send(text: string): void; destroy(): void }, text: string, heard: Heard): Seat {
  return {
    get heard() {
      return heard.count;
    },
    say(count) {
      for (let i = 0; i < count; i += 1) socket.send(text);
    },
    leave: () => socket.destroy(),
  };
}
