import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { figure } from '../measure/statistics.ts';
import { timingMeasures, timings } from '../measure/timings.ts';
import { newMessageId } from '../../client/sending/message-id.ts';
import { maxFramesAtOnce } from '../../shared/protocol/sockets.ts';
import { fill } from '../rooms/crowd.ts';
import { edgewaysRoom } from '../rooms/edgeways-room.ts';
import { countIn, saying } from '../rooms/room.ts';
import { atServer, createChannel, createOwner, startEdgeways, type Client } from '../servers/edgeways.ts';
import type { CaseFigures, Scenario } from './scenario.ts';

const messages = 100_000;
const replies = 500;
const goes = 40;
const restarts = 4;
const limits = { warm: 25, cold: 80 };

type Look = { name: string; open(client: Client, channel: string): Promise<unknown> };

export const longChannel: Scenario = {
  name: 'long-channel',
  title: 'Open a channel of 100,000 messages',
  how: `The newest page, the page around a message in the middle, and a thread of ${replies} replies, by the Web API. Cold is the
first look at the channel after a restart of the server, of which there are ${restarts}, after one at another channel.`,
  async run() {
    const dataDir = mkdtempSync(join(tmpdir(), 'edgeways-'));
    let server = await startEdgeways(dataDir);
    try {
      const owner = await createOwner(server);
      const channel = await createChannel(owner, 'long');
      const other = await createChannel(owner, 'other');
      const begun = Date.now();
      const crowd = await fill(edgewaysRoom(server, owner, channel), 4, { talkers: 4 });
      for (const talker of crowd.talkers) talker.start(100);
      while ((crowd.seats[0]?.heard ?? 0) < messages) await sleep(50);
      for (const talker of crowd.talkers) talker.stop();
      await crowd.quiet();
      const looks = await looksAt(owner, channel, (begun + Date.now()) / 2);

      const warm = new Map<string, Record<string, number>>();
      for (const { name, open } of looks) {
        await open(owner, channel);
        warm.set(name, await timings(goes, async () => open(owner, channel)));
      }
      const cold = new Map<string, number[]>(looks.map(({ name }) => [name, []]));
      for (let i = 0; i < restarts * looks.length; i += 1) {
        await server.stop();
        server = await startEdgeways(dataDir);
        const client = atServer(server, owner);
        await client.call('conversations.history', { channel: other });
        const look = looks[i % looks.length];
        if (!look) continue;
        const startedAt = performance.now();
        await look.open(client, channel);
        cold.get(look.name)?.push(performance.now() - startedAt);
      }

      const cases: CaseFigures[] = looks.map(({ name }) => ({
        name,
        figures: { warm: single(warm.get(name) ?? {}), cold: { longest: figure(cold.get(name) ?? []) } },
      }));
      const worstWarm = Math.max(...[...warm.values()].map(({ p95 = NaN }) => p95));
      const worstCold = Math.max(...[...cold.values()].flat());
      return {
        measures: timingMeasures,
        cases,
        targets: [
          {
            what: `p95 at most ${limits.warm} ms warm`,
            found: `${worstWarm.toFixed(1)} ms`,
            isMet: worstWarm <= limits.warm,
          },
          {
            what: `at most ${limits.cold} ms cold`,
            found: `${worstCold.toFixed(1)} ms`,
            isMet: worstCold <= limits.cold,
          },
        ],
      };
    } finally {
      await server.stop();
    }
  },
};

function single(values: Record<string, number>) {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, figure([value])]));
}

/** `halfway` in milliseconds: when about half of the messages were there. */
async function looksAt(owner: Client, channel: string, halfway: number): Promise<Look[]> {
  const middle = (halfway / 1000).toFixed(6);
  const thread_ts = await pageOf(owner, { channel, latest: middle, limit: 1 });
  await reply(owner, channel, thread_ts);
  return [
    { name: 'newest page', open: async (client) => client.call('conversations.history', { channel, limit: 50 }) },
    {
      name: 'around a message in the middle',
      open: async (client) =>
        Promise.all([
          client.call('conversations.history', { channel, latest: middle, inclusive: true, limit: 25 }),
          client.call('conversations.history', { channel, oldest: middle, limit: 25 }),
        ]),
    },
    {
      name: 'long thread',
      open: async (client) => client.call('conversations.replies', { channel, ts: thread_ts, limit: 50 }),
    },
  ];
}

/** Answers a message so often that it has a long thread. */
async function reply(owner: Client, channel: string, thread_ts: string): Promise<void> {
  const done = Promise.withResolvers<void>();
  let heard = 0;
  const socket = await owner.openChannel(channel, (frame) => {
    heard += countIn(frame, '"event_ts"');
    if (heard >= replies) done.resolve();
  });
  for (let sent = 0; sent < replies; sent += maxFramesAtOnce) {
    const frames = Array.from({ length: maxFramesAtOnce }, () => ({
      type: 'send',
      client_msg_id: newMessageId(Date.now()),
      text: saying,
      thread_ts,
    }));
    socket.send(JSON.stringify(frames));
  }
  await done.promise;
  socket.destroy();
}

/** The `ts` of the first message of a page. */
async function pageOf(client: Client, args: object): Promise<string> {
  const { messages: page } = await client.call('conversations.history', args);
  const first: unknown = Array.isArray(page) ? page[0] : undefined;
  if (typeof first !== 'object' || first === null || !('ts' in first)) throw new Error('the page is empty');
  return String(first.ts);
}
