import { inTurn, type Subject } from '../measure/rounds.ts';
import { perUnit, watch } from '../measure/window.ts';
import { edgewaysRoom } from '../rooms/edgeways-room.ts';
import { floorRoom } from '../rooms/floor-room.ts';
import { fill } from '../rooms/crowd.ts';
import type { Room } from '../rooms/room.ts';
import { withServers } from '../servers/with-servers.ts';
import type { CaseFigures, Scenario, Target } from './scenario.ts';
import { ratioTarget } from './targets.ts';

const sizes = [100, 500, 1_000];
const senders = 16;
const inFlight = 8;
const rounds = 2;

export const fanOutSaturation: Scenario = {
  name: 'fan-out-saturation',
  title: 'Fan-out at saturation',
  how: `${senders} of the sockets have ${inFlight} messages under way each, so that the server has always something to do. The
floor writes each message as a row and sends it to every socket in a loop.`,
  async run() {
    const cases: CaseFigures[] = [];
    const targets: Target[] = [];
    for (const size of sizes) {
      const figures = await withServers(async ({ edgeways, owner, newChannel, floor }) => {
        const ours = edgewaysRoom(edgeways, owner, await newChannel());
        const subjects = [floorRoom(floor, 'insert-and-loop', 'room'), ours].map((room) => saturating(room, size));
        return inTurn(await Promise.all(subjects), rounds);
      });
      cases.push({ name: `${size} sockets`, figures });
      targets.push(
        ratioTarget(figures, 'perSecond', 'at least', 4, `${size} sockets: deliveries at least 4 × the floor's`),
        ratioTarget(figures, 'cpuMicros', 'at most', 0.3, `${size} sockets: CPU of one at most 0.3 × the floor's`),
      );
    }
    return {
      measures: {
        perSecond: { title: 'messages delivered', unit: '/s' },
        cpuMicros: { title: 'CPU of the server for one', unit: 'µs', digits: 2 },
      },
      cases,
      targets,
    };
  },
};

async function saturating(room: Room, size: number): Promise<Subject> {
  const crowd = await fill(room, size, { talkers: senders });
  return {
    name: room.name,
    async measure() {
      for (const talker of crowd.talkers) talker.start(inFlight);
      const window = await watch(room.processes, crowd.delivered, { warmUp: 1_000, length: 2_000 });
      for (const talker of crowd.talkers) talker.stop();
      await crowd.quiet();
      return perUnit(window);
    },
  };
}
