import { cpuSeconds } from '../measure/cpu.ts';
import { inTurn, type Subject } from '../measure/rounds.ts';
import { enterTalking } from '../rooms/crowd.ts';
import { edgewaysRoom } from '../rooms/edgeways-room.ts';
import { importChannels } from '../servers/imported.ts';
import { withServers } from '../servers/with-servers.ts';
import type { Scenario } from './scenario.ts';

const members = 1_000;
const messages = 1_000;
const inFlight = 64;
const rounds = 3;

export const notLooking: Scenario = {
  name: 'not-looking',
  title: 'Members who are not looking',
  how: `${messages} messages in a channel of ${members} members, none of whom has it open, against one in which there is
nobody else. How often sessions are called is counted by a test (docs/costs.md).`,
  async run() {
    return withServers(async ({ edgeways, owner, newChannel }) => {
      const [crowded = ''] = await importChannels(edgeways, owner, { people: members, channels: 1 });
      const empty = await newChannel();
      const subject = (name: string, channel: string): Subject => ({
        name,
        async measure() {
          let count = 0;
          const posted = Promise.withResolvers<void>();
          const talker = await enterTalking(edgewaysRoom(edgeways, owner, channel), (own) => {
            count += own;
            if (count >= messages) posted.resolve();
          });
          const startedAt = performance.now();
          const cpuBefore = cpuSeconds(edgeways.processes);
          talker.start(inFlight);
          await posted.promise;
          talker.stop();
          const seconds = (performance.now() - startedAt) / 1000;
          const cpu = cpuSeconds(edgeways.processes) - cpuBefore;
          talker.seat.leave();
          return { perSecond: count / seconds, cpuMicros: (cpu / count) * 1e6 };
        },
      });
      const figures = await inTurn([subject('nobody else', empty), subject(`${members} members`, crowded)], rounds);
      const alone = figures['nobody else']?.['perSecond']?.median ?? NaN;
      const among = figures[`${members} members`]?.['perSecond']?.median ?? NaN;
      return {
        measures: {
          perSecond: { title: 'posted', unit: '/s' },
          cpuMicros: { title: 'CPU of the server for one', unit: 'µs', digits: 1 },
        },
        cases: [{ name: `${messages} messages`, figures }],
        targets: [
          {
            what: `at least 0.9 × the rate with nobody else`,
            found: `${(among / alone).toFixed(2)} ×`,
            isMet: among / alone >= 0.9,
          },
        ],
      };
    });
  },
};
