import { setTimeout as sleep } from 'node:timers/promises';
import { fill } from '../rooms/crowd.ts';
import { edgewaysRoom } from '../rooms/edgeways-room.ts';
import { createOwner, type Client } from '../servers/edgeways.ts';
import { importChannels } from '../servers/imported.ts';
import { run, type Running } from '../servers/program.ts';

/** What is billed, by name. */
export type Counts = Record<string, number>;

/** Things that people do, with what one of them costs on average. */
export type Acts = Record<string, Counts>;

const members = 1_000;
const looking = 10;
const emoji = ['tada', 'eyes', 'heart', 'fire', 'rocket', 'wave', '100', 'pray'];
/** Upkeep, queues and their consumers have done their work by then. Milliseconds. */
const aftermath = 3_000;

/** Does everything that a person does in a day, some times each, and counts what it costs. */
export async function countActs(): Promise<Acts> {
  const env = { POSTS_PER_SECOND: '1000000' };
  const server = await run({
    command: process.execPath,
    args: ['bench/costs/start.ts'],
    env,
    ready: /counting is ready/,
  });
  try {
    const owner = await createOwner(server);
    const [small = '', ...others] = await importChannels(server, owner, { people: 19, channels: 20 });
    await sleep(aftermath);
    return await inTurn(server, owner, small, others);
  } finally {
    await server.stop();
  }
}

async function inTurn(server: Running, owner: Client, small: string, others: readonly string[]): Promise<Acts> {
  const costOf = async (times: number, act: (index: number) => Promise<unknown>) => {
    await takeCounts(server);
    for (let i = 0; i < times; i += 1) await act(i);
    await sleep(aftermath);
    return divide(await takeCounts(server), times);
  };
  const sessions: (() => void)[] = [];
  const acts: Acts = {};
  acts['open the client'] = await costOf(5, async () => {
    const { socket } = await owner.openSession();
    sessions.push(() => socket.destroy());
  });
  acts['open a channel'] = await costOf(others.length, async (i) =>
    (await owner.openChannel(others[i] ?? '', () => undefined)).destroy(),
  );
  const room = edgewaysRoom(server, owner, small);
  const { seats } = await fill(room, looking);
  acts['post a message'] = await costOf(10, async () => {
    seats[0]?.say(1);
    await sleep(1_500);
  });
  acts['post a message among many'] = await costOf(1, async () => seats[0]?.say(500)).then((sum) => divide(sum, 500));
  const ts = await newestIn(owner, small);
  acts['react'] = await costOf(emoji.length, async (i) =>
    owner.call('reactions.add', { channel: small, timestamp: ts, name: emoji[i] }),
  );
  acts['read a channel'] = await costOf(8, async (i) => {
    await owner.call('conversations.mark', { channel: small, ts: i % 2 === 0 ? ts : '0000000001.000000' });
  });
  acts['load a page of history'] = await costOf(8, async () => owner.call('conversations.history', { channel: small }));
  for (const close of sessions) close();
  return acts;
}

/** 1,000 messages in a channel of 1,000 people who are elsewhere: how often sessions are called. */
export async function countSessionCalls(): Promise<{ members: number; messages: number; calls: number }> {
  const env = { POSTS_PER_SECOND: '1000000' };
  const server = await run({
    command: process.execPath,
    args: ['bench/costs/start.ts'],
    env,
    ready: /counting is ready/,
  });
  try {
    const owner = await createOwner(server);
    const [channel = ''] = await importChannels(server, owner, { people: members, channels: 1 });
    await sleep(2 * aftermath);
    await takeCounts(server);
    const { seats } = await fill(edgewaysRoom(server, owner, channel), 1);
    seats[0]?.say(1_000);
    let calls = 0;
    for (let more = Infinity; more > 0; calls += more) {
      await sleep(2 * aftermath);
      more = (await takeCounts(server))['  SESSION.hear'] ?? 0;
    }
    return { members, messages: seats[0]?.heard ?? 0, calls };
  } finally {
    await server.stop();
  }
}

async function newestIn(owner: Client, channel: string): Promise<string> {
  const { messages } = await owner.call('conversations.history', { channel, limit: 1 });
  const newest: unknown = Array.isArray(messages) ? messages[0] : undefined;
  if (typeof newest !== 'object' || newest === null || !('ts' in newest)) throw new Error('the channel is empty');
  return String(newest.ts);
}

/** What was counted since the last time. */
async function takeCounts({ port }: Running): Promise<Counts> {
  return (await fetch(`http://127.0.0.1:${port}/counts`)).json();
}

function divide(counts: Counts, by: number): Counts {
  return Object.fromEntries(Object.entries(counts).map(([what, count]) => [what, count / by]));
}
