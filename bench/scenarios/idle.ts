import { setTimeout as sleep } from 'node:timers/promises';
import { pingText } from '../../shared/protocol/sockets.ts';
import { inParallel } from '../../shared/in-parallel.ts';
import { cpuSeconds, residentBytes } from '../measure/cpu.ts';
import { figure } from '../measure/statistics.ts';
import { withServers } from '../servers/with-servers.ts';
import type { Scenario } from './scenario.ts';

const sockets = 5_000;
/** As clients do it. Milliseconds. */
const heartbeat = 25_000;
const watched = 25_000;

export const idle: Scenario = {
  name: 'idle',
  title: `${sockets.toLocaleString('en')} idle sockets`,
  how: `In a channel in which nothing happens, each with a heartbeat every ${heartbeat / 1000} s, which the runtime answers. After
ten seconds the object is out of memory. CPU is watched for ${watched / 1000} s.`,
  async run() {
    return withServers(async ({ edgeways, owner, newChannel }) => {
      const channel = await newChannel();
      const emptyMemory = residentBytes(edgeways.processes);
      let pongs = 0;
      const opened = await inParallel(Array.from({ length: sockets }), 50, async () =>
        owner.openChannel(channel, () => (pongs += 1)),
      );
      await sleep(12_000);
      const memory = residentBytes(edgeways.processes);
      const cpuBefore = cpuSeconds(edgeways.processes);
      for (const socket of opened) {
        socket.send(pingText);
        await sleep(watched / sockets);
      }
      const cpu = cpuSeconds(edgeways.processes) - cpuBefore;
      const share = cpu / (watched / 1000);
      if (pongs < sockets) throw new Error(`${pongs} heartbeats answered, not ${sockets}`);
      return {
        measures: {
          memory: { title: 'memory for a socket', unit: 'KiB', digits: 1 },
          share: { title: 'of a core', unit: '%', digits: 1 },
          cpuMicros: { title: 'CPU for a heartbeat', unit: 'µs', digits: 0 },
        },
        cases: [
          {
            name: `${sockets} sockets`,
            figures: {
              Edgeways: {
                memory: figure([(memory - emptyMemory) / sockets / 1024]),
                share: figure([share * 100]),
                cpuMicros: figure([(cpu / sockets) * 1e6]),
              },
            },
          },
        ],
        targets: [
          { what: 'CPU near 0 with heartbeats', found: `${(share * 100).toFixed(1)} % of a core`, isMet: share < 0.05 },
        ],
      };
    });
  },
};
