import { inTurn, type Subject } from '../measure/rounds.ts';
import { perUnit, watch } from '../measure/window.ts';
import { fill, type Crowd } from '../rooms/crowd.ts';
import { edgewaysRoom } from '../rooms/edgeways-room.ts';
import { withServers } from '../servers/with-servers.ts';
import type { Scenario } from './scenario.ts';

const channels = 50;
const sockets = 20;
const inFlight = 200;
const rounds = 3;

export const manyChannels: Scenario = {
  name: 'many-channels',
  title: `${channels} channels at once`,
  how: `${channels} channels with ${sockets} sockets each, in all of which somebody talks at once, against one such channel with as
many messages under way as all of the others together. Fairness is the busiest channel's part against the calmest one's.`,
  async run() {
    return withServers(async ({ edgeways, owner, newChannel }) => {
      const crowds: Crowd[] = [];
      for (let i = 0; i < channels; i += 1) {
        crowds.push(await fill(edgewaysRoom(edgeways, owner, await newChannel()), sockets, { talkers: 1 }));
      }
      const figures = await inTurn(
        [
          talking('one channel', edgeways.processes, crowds.slice(0, 1), inFlight),
          talking(`${channels} channels`, edgeways.processes, crowds, inFlight / channels),
        ],
        rounds,
      );
      const one = figures['one channel']?.['perSecond']?.median ?? NaN;
      const many = figures[`${channels} channels`]?.['perSecond']?.median ?? NaN;
      return {
        measures: {
          perSecond: { title: 'messages delivered', unit: '/s' },
          cpuMicros: { title: 'CPU of the server for one', unit: 'µs', digits: 2 },
          fairness: { title: 'busiest against calmest', unit: '×', digits: 2 },
        },
        cases: [{ name: `${sockets} sockets each`, figures }],
        targets: [
          {
            what: `${channels} channels deliver at least 0.8 × what one does`,
            found: `${(many / one).toFixed(2)} ×`,
            isMet: many / one >= 0.8,
          },
        ],
      };
    });
  },
};

function talking(name: string, processes: readonly number[], crowds: readonly Crowd[], inEach: number): Subject {
  const talkers = crowds.flatMap((crowd) => crowd.talkers);
  const delivered = () => crowds.map((crowd) => crowd.delivered());
  return {
    name,
    async measure() {
      const before = delivered();
      for (const talker of talkers) talker.start(inEach);
      const window = await watch(processes, () => delivered().reduce((sum, count) => sum + count, 0));
      for (const talker of talkers) talker.stop();
      for (const crowd of crowds) await crowd.quiet();
      const counts = delivered().map((count, i) => count - (before[i] ?? 0));
      return { ...perUnit(window), fairness: Math.max(...counts) / Math.min(...counts) };
    },
  };
}
