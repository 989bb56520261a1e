import { newMessageId } from '../../client/sending/message-id.ts';
import type { SendFrame } from '../../shared/protocol/channel-socket.ts';
import { maxFramesAtOnce } from '../../shared/protocol/sockets.ts';
import type { Client } from '../servers/edgeways.ts';
import type { Running } from '../servers/program.ts';
import { countIn, saying, type Room } from './room.ts';

/** One channel of ours. What is to be said while a frame is unanswered goes together in the next, as in `client/`. */
export function edgewaysRoom(server: Running, client: Client, channel: string): Room {
  let seats = 0;
  return {
    name: 'Edgeways',
    processes: server.processes,
    async enter({ onHeard, onOwn } = {}) {
      const seat = (seats += 1);
      const mark = `-${seat}`;
      let heard = 0;
      let waiting = 0;
      let unanswered = 0;
      const send = () => {
        if (unanswered > 0 || waiting === 0) return;
        unanswered = Math.min(waiting, maxFramesAtOnce);
        waiting -= unanswered;
        socket.send(JSON.stringify(Array.from({ length: unanswered }, () => toFrame(mark))));
      };
      const socket = await client.openChannel(channel, (frame) => {
        const count = countIn(frame, '"event_ts"');
        heard += count;
        onHeard?.(count);
        const own = unanswered > 0 ? countIn(frame, `${mark}"`) : 0;
        if (own === 0) return;
        unanswered -= own;
        onOwn?.(own);
        send();
      });
      return {
        get heard() {
          return heard;
        },
        say(count) {
          waiting += count;
          send();
        },
        leave: () => socket.destroy(),
      };
    },
  };
}

/** The mark ends the id, by which the seat knows its own messages again. */
function toFrame(mark: string): SendFrame {
  return { type: 'send', client_msg_id: newMessageId(Date.now()) + mark, text: saying };
}
