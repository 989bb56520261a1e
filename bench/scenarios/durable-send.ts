import { inTurn, type Subject } from '../measure/rounds.ts';
import { perUnit, watch } from '../measure/window.ts';
import { enterTalking } from '../rooms/crowd.ts';
import { edgewaysRoom } from '../rooms/edgeways-room.ts';
import { floorRoom } from '../rooms/floor-room.ts';
import type { Room } from '../rooms/room.ts';
import { withServers } from '../servers/with-servers.ts';
import { ratioTarget } from './targets.ts';
import type { Scenario } from './scenario.ts';

const inFlight = 64;
const rounds = 4;

export const durableSend: Scenario = {
  name: 'durable-send',
  title: 'Durable send, one channel',
  how: `One socket with ${inFlight} messages under way: for each that is acknowledged, and so on disk, another one leaves.
The floor inserts one row and acknowledges it.`,
  async run() {
    return withServers(async ({ edgeways, owner, newChannel, floor }) => {
      const ours = edgewaysRoom(edgeways, owner, await newChannel());
      const figures = await inTurn([sending(floorRoom(floor, 'insert', 'send')), sending(ours)], rounds);
      return {
        measures: {
          perSecond: { title: 'acknowledged', unit: '/s' },
          cpuMicros: { title: 'CPU of the server for one', unit: 'µs', digits: 1 },
        },
        cases: [{ name: `${inFlight} under way`, figures }],
        targets: [ratioTarget(figures, 'perSecond', 'at least', 2)],
      };
    });
  },
};

function sending(room: Room): Subject {
  return {
    name: room.name,
    async measure() {
      let acknowledged = 0;
      const talker = await enterTalking(room, (count) => (acknowledged += count));
      talker.start(inFlight);
      const window = await watch(room.processes, () => acknowledged);
      talker.seat.leave();
      return perUnit(window);
    },
  };
}
