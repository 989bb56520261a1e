import { WireSocket } from '../load/wire-socket.ts';
import type { Running } from '../servers/program.ts';
import { countIn, saying, type Room } from './room.ts';

/** What the bare object does with a text: sends it back, keeps it and acknowledges, or passes it to all, kept or not. */
export type Step = 'echo' | 'insert' | 'loop' | 'insert-and-loop';

/** The bare object. A room is an object of its own. */
export function floorRoom(server: Running, step: Step, object: string): Room {
  let seats = 0;
  return {
    name: 'floor',
    processes: server.processes,
    async enter({ onHeard, onOwn } = {}) {
      const seat = (seats += 1);
      const mark = `#${seat}#`;
      const text = `${saying}${mark}`;
      let heard = 0;
      const socket = await WireSocket.open(`ws://127.0.0.1:${server.port}/${step}/${object}`, (frame) => {
        heard += 1;
        onHeard?.(1);
        // An acknowledgement says nothing; it is for whoever gets it.
        const own = onOwn === undefined ? 0 : step === 'insert' ? 1 : countIn(frame, mark);
        if (own > 0) onOwn?.(own);
      });
      return {
        get heard() {
          return heard;
        },
        say(count) {
          for (let i = 0; i < count; i += 1) socket.send(text);
        },
        leave: () => socket.destroy(),
      };
    },
  };
}
