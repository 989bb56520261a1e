import { setTimeout as sleep } from 'node:timers/promises';
import { cpuSeconds } from '../measure/cpu.ts';
import { inTurn, type Subject } from '../measure/rounds.ts';
import { quantile } from '../measure/statistics.ts';
import { edgewaysRoom } from '../rooms/edgeways-room.ts';
import { floorRoom } from '../rooms/floor-room.ts';
import { fill } from '../rooms/crowd.ts';
import type { Room } from '../rooms/room.ts';
import { withServers } from '../servers/with-servers.ts';
import type { CaseFigures, Scenario, Target } from './scenario.ts';
import { ratioTarget } from './targets.ts';

const sizes = [100, 1_000];
const interval = 100;
const messages = 60;
const warmUp = 10;
const rounds = 2;

export const fanOutLowLoad: Scenario = {
  name: 'fan-out-low-load',
  title: 'Fan-out at low load',
  how: `${1000 / interval} messages a second from one socket; how long after it was sent a message arrives at each of the
others. The floor writes it as a row and sends it to every socket in a loop.`,
  async run() {
    const cases: CaseFigures[] = [];
    const targets: Target[] = [];
    for (const size of sizes) {
      const figures = await withServers(async ({ edgeways, owner, newChannel, floor }) => {
        const ours = edgewaysRoom(edgeways, owner, await newChannel());
        const subjects = [floorRoom(floor, 'insert-and-loop', 'room'), ours].map((room) => talkingCalmly(room, size));
        return inTurn(await Promise.all(subjects), rounds);
      });
      cases.push({ name: `${size} sockets`, figures });
      targets.push(
        ratioTarget(figures, 'p50', 'at most', 1.3, `${size} sockets: p50 at most 1.3 × the floor's`),
        ratioTarget(figures, 'p99', 'at most', 1.3, `${size} sockets: p99 at most 1.3 × the floor's`),
      );
    }
    return {
      measures: {
        p50: { title: 'latency, p50', unit: 'ms', digits: 2 },
        p99: { title: 'latency, p99', unit: 'ms', digits: 2 },
        cpuMicros: { title: 'CPU of the server for one delivery', unit: 'µs', digits: 1 },
      },
      cases,
      targets,
    };
  },
};

async function talkingCalmly(room: Room, size: number): Promise<Subject> {
  let latencies: number[] = [];
  let sentAt = 0;
  let arrived = () => {};
  const crowd = await fill(room, size, {
    onHeard() {
      latencies.push(performance.now() - sentAt);
      if (latencies.length % size === 0) arrived();
    },
  });
  const [speaker] = crowd.seats;
  /** The next one only when the last has arrived everywhere, should that take longer than the interval. */
  const say = async (count: number) => {
    latencies = [];
    for (let i = 0; i < count; i += 1) {
      const everywhere = new Promise<void>((resolve) => (arrived = resolve));
      sentAt = performance.now();
      speaker?.say(1);
      await Promise.all([everywhere, sleep(interval)]);
    }
  };
  return {
    name: room.name,
    async measure() {
      await say(warmUp);
      const cpuBefore = cpuSeconds(room.processes);
      await say(messages);
      const cpu = cpuSeconds(room.processes) - cpuBefore;
      return {
        p50: quantile(latencies, 0.5),
        p99: quantile(latencies, 0.99),
        cpuMicros: (cpu / latencies.length) * 1e6,
      };
    },
  };
}
