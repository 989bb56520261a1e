import { createExecutionContext, createMessageBatch, getQueueResult } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { auditOf } from '../../durable-objects/audit/stub.ts';
import { channels, deadLetters } from '../../migrations/shard/schema.ts';
import { accessShard } from '../../migrations/shards.ts';
import { createWorkspace } from '../testing/people.ts';
import { consume } from './consume.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

/** A workspace with a general channel, whose log has a few events. */
async function setUp() {
  const { workspaceId } = await createWorkspace();
  const db = await accessShard(env, workspaceId);
  const [general] = await db.select().from(channels).where(eq(channels.workspaceId, workspaceId));
  const channel = general?.id ?? '';
  const letters = () => db.select().from(deadLetters).where(eq(deadLetters.workspaceId, workspaceId));
  return { workspaceId, channel, letters };
}

const envelope = (workspace: string, channel: string, seq: number) =>
  JSON.stringify({ workspace, channel, seq, event: { type: 'x', n: seq } });
const tooLarge = (workspace: string, channel: string, seq: number) => JSON.stringify({ workspace, channel, seq });

/** Gives the bodies to the queue's consumer; message ids are the bodies' places. */
async function deliver(queue: string, bodies: unknown[], to: Env = env, attempts = 1) {
  const messages = bodies.map((body, id) => ({ id: String(id), timestamp: new Date(), attempts, body }));
  const batch = createMessageBatch(queue, messages);
  const retries = batch.messages.map((message) => vi.spyOn(message, 'retry'));
  await consume(batch, to);
  const result = await getQueueResult(batch, createExecutionContext());
  return { ...result, delays: retries.flatMap(({ mock }) => mock.calls.map(([options]) => options?.delaySeconds)) };
}

const audited = async (workspaceId: string, channel: string) =>
  (await auditOf(env, workspaceId).read(channel, { after: 0, limit: 100 })).map(({ seq, event }) => [seq, event]);

/** An Env whose audit objects do not answer for one workspace. */
function withoutAuditOf(workspaceId: string): Env {
  const getByName: typeof env.AUDIT.getByName = (name, options) => {
    if (name === workspaceId) throw new Error('the object is overloaded');
    return env.AUDIT.getByName(name, options);
  };
  return { ...env, AUDIT: Object.assign(Object.create(env.AUDIT), { getByName }) };
}

describe('the audit consumer', () => {
  it('stores each event once, in its workspace’s log, however often it comes', async () => {
    const mine = await setUp();
    const theirs = await setUp();
    const bodies = [
      envelope(mine.workspaceId, 'C900', 2),
      envelope(theirs.workspaceId, 'C900', 1),
      envelope(mine.workspaceId, 'C900', 1),
      envelope(mine.workspaceId, 'C900', 2),
    ];
    for (let time = 0; time < 2; time += 1) {
      const result = await deliver('edgeways-audit', bodies);
      expect([result.explicitAcks.length, result.retryMessages]).toEqual([4, []]);
    }
    expect(await audited(mine.workspaceId, 'C900')).toEqual([
      [1, '{"type":"x","n":1}'],
      [2, '{"type":"x","n":2}'],
    ]);
    expect(await audited(theirs.workspaceId, 'C900')).toEqual([[1, '{"type":"x","n":1}']]);
  });

  it('fetches from the channel what was too large for the queue', async () => {
    const { workspaceId, channel } = await setUp();
    await deliver('edgeways-audit', [tooLarge(workspaceId, channel, 1)]);
    const [[seq, event] = []] = await audited(workspaceId, channel);
    expect([seq, JSON.parse(String(event))]).toEqual([1, expect.objectContaining({ type: 'channel_created' })]);
  });

  it('takes a batch of the largest events, which together are more than one call may carry', async () => {
    const { workspaceId, channel } = await setUp();
    const text = '漢'.repeat(400_000);
    const logged = async (seq: number) => JSON.stringify({ type: 'x', seq, text });
    const getByName = () => Object.assign(Object.create(env.CHANNEL.getByName('T0:C0')), { logged });
    const to: Env = { ...env, CHANNEL: Object.assign(Object.create(env.CHANNEL), { getByName }) };
    const seqs = Array.from({ length: 60 }, (_, i) => i + 1000);
    const result = await deliver(
      'edgeways-audit',
      seqs.map((seq) => tooLarge(workspaceId, channel, seq)),
      to,
    );
    expect(result.retryMessages).toEqual([]);
    for (const seq of [1000, 1059]) {
      const [entry] = await auditOf(env, workspaceId).read(channel, { after: seq - 1, limit: 1 });
      expect(entry).toMatchObject({ seq, event: JSON.stringify({ type: 'x', seq, text }) });
    }
  });

  it('notes as a dead letter what the channel has forgotten', async () => {
    const { workspaceId, channel, letters } = await setUp();
    const result = await deliver('edgeways-audit', [tooLarge(workspaceId, channel, 999)]);
    expect(result.explicitAcks).toEqual(['0']);
    expect(await letters()).toMatchObject([{ pipeline: 'audit', channelId: channel, seq: 999 }]);
  });

  it('acknowledges what is no event, so that it does not come for ever', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const { workspaceId } = await setUp();
    const bodies = [
      '',
      '{',
      'null',
      '[]',
      '{}',
      42,
      { workspace: workspaceId },
      envelope('not a workspace', 'C1', 1),
      envelope(workspaceId, 'T1', 1),
      envelope(workspaceId, 'C900', 0),
      envelope(workspaceId, 'C900', 1.5),
      JSON.stringify({ workspace: workspaceId, channel: 'C900', seq: 1, event: 'text' }),
    ];
    const result = await deliver('edgeways-audit', bodies);
    expect(result.explicitAcks).toHaveLength(bodies.length);
    expect(logged).toHaveBeenCalledTimes(bodies.length);
    expect(await audited(workspaceId, 'C900')).toEqual([]);
  });

  it('tries a workspace again, later each time, when its log does not answer, and goes on with the others', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const broken = await setUp();
    const working = await setUp();
    const bodies = [envelope(broken.workspaceId, 'C900', 1), envelope(working.workspaceId, 'C900', 1)];
    const delays: (number | undefined)[] = [];
    for (const attempts of [1, 2, 20]) {
      const result = await deliver('edgeways-audit', bodies, withoutAuditOf(broken.workspaceId), attempts);
      expect(result.explicitAcks).toEqual(['1']);
      expect(result.retryMessages).toMatchObject([{ msgId: '0' }]);
      delays.push(...result.delays);
    }
    expect(delays).toEqual([2, 4, 300]);
    expect(await audited(working.workspaceId, 'C900')).toHaveLength(1);
  });

  it('tells the channels where queues live in memory, and only there', async () => {
    const { workspaceId, channel } = await setUp();
    const settled: unknown[] = [];
    const stub = { settle: async (...call: unknown[]) => void settled.push(call), logged: async () => null };
    const CHANNEL = Object.assign(Object.create(env.CHANNEL), {
      getByName: (name: string) => (expect(name).toBe(`${workspaceId}:${channel}`), stub),
    });
    const bodies = [envelope(workspaceId, channel, 1), envelope(workspaceId, channel, 2)];
    await deliver('edgeways-audit', bodies, { ...env, CHANNEL });
    expect(settled).toEqual([]);
    await deliver('edgeways-audit', bodies, { ...env, CHANNEL, QUEUES: 'memory' });
    expect(settled).toEqual([['audit', [1, 2]]]);
    await deliver('edgeways-audit-dead', bodies, { ...env, CHANNEL, QUEUES: 'memory' });
    expect(settled).toHaveLength(2);
  });
});

describe('the dead-letter consumer', () => {
  it('notes each event once, the newest reason counting', async () => {
    const { workspaceId, channel, letters } = await setUp();
    const bodies = [envelope(workspaceId, channel, 7), envelope(workspaceId, channel, 8)];
    for (let time = 0; time < 2; time += 1) {
      expect((await deliver('edgeways-audit-dead', bodies)).explicitAcks).toEqual(['0', '1']);
    }
    expect((await letters()).map(({ seq, error }) => [seq, error])).toEqual([
      [7, 'every try failed'],
      [8, 'every try failed'],
    ]);
  });

  it('lets go of events of a workspace that does not exist', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    expect((await deliver('edgeways-audit-dead', [envelope('T404', 'C1', 1)])).explicitAcks).toEqual(['0']);
    expect(logged).toHaveBeenCalledOnce();
  });
});

it('a queue that nobody consumes keeps its messages', async () => {
  await expect(deliver('edgeways-unknown', ['{}'])).rejects.toThrow('edgeways-unknown');
});
