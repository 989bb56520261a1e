import { setTimeout as sleep } from 'node:timers/promises';
import { inParallel } from '../../shared/in-parallel.ts';
import { cpuSeconds } from '../measure/cpu.ts';
import { figure } from '../measure/statistics.ts';
import { edgewaysRoom } from '../rooms/edgeways-room.ts';
import { countIn } from '../rooms/room.ts';
import { withServers } from '../servers/with-servers.ts';
import type { Scenario } from './scenario.ts';

const sockets = 1_000;
const missed = 20;
/** A browser opens its sockets when it can; a crowd of them is many at once. */
const atOnce = 100;
const interval = 20;

export const reconnectStorm: Scenario = {
  name: 'reconnect-storm',
  title: 'Everybody comes back at once',
  how: `${sockets} sockets are cut, ${missed} messages are posted, and all come back at once and resume, each with a ticket of its own.
Somebody else posts every ${interval} ms meanwhile; how long each of those posts takes is the posting latency.`,
  async run() {
    return withServers(async ({ edgeways, owner, newChannel }) => {
      const channel = await newChannel();
      const room = edgewaysRoom(edgeways, owner, channel);
      const held = Array.from({ length: sockets });
      const before = await inParallel(held, 50, async () => owner.openChannel(channel, () => undefined));
      const { epoch, seq } = await placeOf(owner, channel);
      for (const socket of before) socket.destroy();

      const latencies: number[] = [];
      let sentAt = 0;
      const poster = await room.enter({ onOwn: () => latencies.push(performance.now() - sentAt) });
      const post = async () => {
        sentAt = performance.now();
        poster.say(1);
        await sleep(interval);
      };
      while (latencies.length < missed) await post();
      latencies.length = 0;

      const caughtUp = new AbortController();
      const posting = (async () => {
        while (!caughtUp.signal.aborted) await post();
      })();
      const cpuBefore = cpuSeconds(edgeways.processes);
      const startedAt = performance.now();
      await inParallel(held, atOnce, async () => comeBack(owner, channel, epoch, seq));
      const seconds = (performance.now() - startedAt) / 1000;
      const cpu = cpuSeconds(edgeways.processes) - cpuBefore;
      caughtUp.abort();
      await posting;
      return {
        measures: {
          seconds: { title: 'until all had caught up', unit: 's', digits: 1 },
          cpuMillis: { title: 'CPU of the server for one', unit: 'ms', digits: 2 },
          posting: { title: 'posting latency meanwhile', unit: 'ms', digits: 1 },
        },
        cases: [
          {
            name: `${sockets} sockets`,
            figures: {
              Edgeways: {
                seconds: figure([seconds]),
                cpuMillis: figure([(cpu / sockets) * 1000]),
                posting: figure(latencies),
              },
            },
          },
        ],
        targets: [
          {
            what: 'all caught up, and posting went on',
            found: `${sockets} in ${seconds.toFixed(1)} s, ${latencies.length} posts meanwhile`,
            isMet: latencies.length > 0,
          },
        ],
      };
    });
  },
};

type Caller = Parameters<typeof edgewaysRoom>[1];

/** Resolves when the socket has brought what was missed. */
async function comeBack(owner: Caller, channel: string, epoch: string, seq: number): Promise<void> {
  const caughtUp = Promise.withResolvers<void>();
  let heard = 0;
  await owner.openChannel(
    channel,
    (frame) => {
      heard += countIn(frame, '"event_ts"');
      if (heard >= missed) caughtUp.resolve();
    },
    `&epoch=${epoch}&seq=${seq}`,
  );
  await caughtUp.promise;
}

/** The channel's newest event, as a client knows it. */
async function placeOf(owner: Caller, channel: string): Promise<{ epoch: string; seq: number }> {
  const hello = Promise.withResolvers<string>();
  const socket = await owner.openChannel(
    channel,
    () => undefined,
    '',
    (frame) => hello.resolve(frame.toString()),
  );
  const { epoch, seq } = JSON.parse(await hello.promise);
  socket.destroy();
  return { epoch, seq };
}
