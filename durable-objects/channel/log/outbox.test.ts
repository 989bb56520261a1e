import { runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { beforeAll, describe, expect, test } from 'vitest';
import { LogEnvelope } from '../../../shared/events.ts';
import { ann, newChannel, newWorkspace } from '../../testing/workspace.ts';
import { openChannel, type Channel } from '../context.ts';
import { eventsAfter, getLogged, resumeFrom, trimLog } from './log.ts';
import { getCursor, publish, rewind, settle, type EventQueue } from './outbox.ts';
import { doPost } from '../messages/post.ts';

let workspace: string;
beforeAll(async () => {
  workspace = await newWorkspace();
});

/** Runs against a fresh channel's database, with no object in the way. */
async function withChannel(work: (channel: Channel) => Promise<void> | void, posts = 3): Promise<void> {
  const { stub } = await newChannel(workspace);
  await runInDurableObject(stub, async (_object, { storage }) => {
    const channel = openChannel(storage.sql, () => Date.now());
    if (!channel) throw new Error('not created');
    for (let i = 0; i < posts; i += 1) doPost(channel, ann, { text: `m${i}` }, () => 0);
    storage.sql.exec('DELETE FROM cursors');
    await work(channel);
  });
}

/** A queue that keeps what it is given; `failing` decides what happens after it took a batch. */
function recordingQueue(failing: (batch: number) => void = () => {}) {
  const bodies: string[] = [];
  let batches = 0;
  const queue: EventQueue = {
    async sendBatch(messages) {
      bodies.push(...messages.map(({ body }) => body));
      failing((batches += 1));
    },
  };
  const seqs = () => bodies.map((body) => LogEnvelope.parse(JSON.parse(body)).seq);
  return { queue, bodies, seqs, batches: () => batches };
}

describe('publishing', () => {
  test('every event goes out once, in order, from the first row of the log', async () => {
    await withChannel(async (channel) => {
      const { queue, seqs } = recordingQueue();
      await publish(channel, 'audit', queue, { settling: 'durable' });
      await publish(channel, 'audit', queue, { settling: 'durable' });
      expect(seqs()).toEqual(Array.from({ length: channel.seq }, (_, i) => i + 1));
      expect(getCursor(channel.sql, 'audit')).toEqual({ published: channel.seq, settled: channel.seq });
    });
  });

  test('a crash after the queue took a batch and before the cursor moved repeats the batch and loses nothing', async () => {
    await withChannel(async (channel) => {
      const { queue, seqs } = recordingQueue((batch) => {
        if (batch === 2) throw new Error('the process dies here');
      });
      await expect(publish(channel, 'audit', queue, { settling: 'durable' })).rejects.toThrow('dies');
      expect(getCursor(channel.sql, 'audit').published).toBe(100);
      await publish(channel, 'audit', queue, { settling: 'durable' });
      expect(new Set(seqs()).size).toBe(channel.seq);
      expect(seqs().length).toBeGreaterThan(channel.seq);
    }, 150);
  });

  test('batches keep to the limits of the queue, in number and in bytes', async () => {
    await withChannel(async (channel) => {
      for (let i = 0; i < 20; i += 1) doPost(channel, ann, { text: '漢'.repeat(20_000) }, () => 0);
      const sizes: number[] = [];
      await publish(
        channel,
        'audit',
        {
          async sendBatch(messages) {
            expect(messages.length).toBeLessThanOrEqual(100);
            sizes.push(messages.reduce((sum, { body }) => sum + new TextEncoder().encode(body).length, 0));
          },
        },
        { settling: 'durable' },
      );
      expect(Math.max(...sizes)).toBeLessThanOrEqual(256_000);
      expect(getCursor(channel.sql, 'audit').published).toBe(channel.seq);
    }, 120);
  });

  test('an event that is too large for the queue is named, and read from the log', async () => {
    await withChannel(async (channel) => {
      doPost(channel, ann, { text: '漢'.repeat(40_000) }, () => 0);
      const { queue, bodies } = recordingQueue();
      await publish(channel, 'audit', queue, { settling: 'durable' });
      const envelope = LogEnvelope.parse(JSON.parse(bodies.at(-1) ?? ''));
      expect(envelope).toEqual({ workspace, channel: channel.row.id, seq: channel.seq });
      expect(getLogged(channel.sql, envelope.seq)).toContain('漢漢漢');
    });
  });
});

describe('a pipeline that does not want everything', () => {
  const withLink = (channel: Channel, text = 'see https://example.com') => doPost(channel, ann, { text }, () => 0);

  test('publishes messages with links, and is over with the rest', async () => {
    await withChannel(async (channel) => {
      withLink(channel);
      doPost(channel, ann, { text: 'no link' }, () => 0);
      const { queue, seqs, batches } = recordingQueue();
      await publish(channel, 'unfurl', queue, { settling: 'durable' });
      expect(seqs()).toEqual([channel.seq - 1]);
      expect(batches()).toBe(1);
      expect(getCursor(channel.sql, 'unfurl')).toEqual({ published: channel.seq, settled: channel.seq });
    });
  });

  test('writes no row for a few events that are not for it', async () => {
    await withChannel(async (channel) => {
      const { queue } = recordingQueue();
      await publish(channel, 'unfurl', queue, { settling: 'durable', lag: 50 });
      expect(getCursor(channel.sql, 'unfurl')).toEqual({ published: 0, settled: 0 });
      for (let i = 0; i < 50; i += 1) doPost(channel, ann, { text: `${i}` }, () => 0);
      await publish(channel, 'unfurl', queue, { settling: 'durable', lag: 50 });
      expect(getCursor(channel.sql, 'unfurl').settled).toBe(channel.seq);
    });
  });

  test('where queues live in memory, settles what it passed over, and waits for the consumer of the rest', async () => {
    await withChannel(async (channel) => {
      withLink(channel);
      const linked = channel.seq;
      doPost(channel, ann, { text: 'no link' }, () => 0);
      const ahead = new Set<number>();
      const { queue } = recordingQueue();
      await publish(channel, 'unfurl', queue, { settling: ahead });
      expect(getCursor(channel.sql, 'unfurl')).toEqual({ published: channel.seq, settled: linked - 1 });
      settle(channel.sql, 'unfurl', [linked], ahead);
      expect(getCursor(channel.sql, 'unfurl').settled).toBe(channel.seq);
    });
  });
});

describe('settling, where queues live in memory', () => {
  test('only the word of the consumer settles, in whatever order it comes', async () => {
    await withChannel(async (channel) => {
      const { queue, seqs } = recordingQueue();
      const ahead = new Set<number>();
      await publish(channel, 'audit', queue, { settling: ahead });
      expect(getCursor(channel.sql, 'audit')).toEqual({ published: channel.seq, settled: 0 });
      settle(channel.sql, 'audit', [3, 2], ahead);
      expect(getCursor(channel.sql, 'audit').settled).toBe(0);
      settle(channel.sql, 'audit', [1, 5], ahead);
      expect(getCursor(channel.sql, 'audit').settled).toBe(3);
      // The process dies: what was ahead is forgotten, and everything after 3 is published again.
      rewind(channel.sql, 'audit');
      await publish(channel, 'audit', queue, { settling: new Set() });
      expect(seqs().slice(channel.seq)).toEqual(
        seqs()
          .filter((seq) => seq > 3)
          .slice(0, channel.seq - 3),
      );
    });
  });

  test('settling again, or what is long settled, moves nothing back', async () => {
    await withChannel((channel) => {
      const ahead = new Set<number>();
      settle(channel.sql, 'audit', [1, 2], ahead);
      settle(channel.sql, 'audit', [1], ahead);
      expect(getCursor(channel.sql, 'audit').settled).toBe(2);
      expect(ahead.size).toBe(0);
    });
  });
});

test('a cursor that is behind a trimmed log starts where the log does, and settles', async () => {
  await withChannel(async (channel) => {
    trimLog(channel.sql, 3, Number.MAX_SAFE_INTEGER);
    expect(getCursor(channel.sql, 'audit')).toEqual({ published: 3, settled: 3 });
    settle(channel.sql, 'audit', [4, 5], new Set());
    expect(getCursor(channel.sql, 'audit').settled).toBe(5);
  });
});

test('a replay publishes again what comes after the place to which it goes back', async () => {
  const { channel, stub } = await newChannel(workspace);
  await channel.post(ann, { text: 'one' });
  await runDurableObjectAlarm(stub);
  const cursor = () => runInDurableObject(stub, (_object, { storage }) => getCursor(storage.sql, 'audit'));
  const published = await cursor();
  await channel.replay('audit', 1);
  expect(await cursor()).toEqual({ published: 1, settled: 1 });
  await runDurableObjectAlarm(stub);
  expect(await cursor()).toEqual(published);
});

describe('trimming', () => {
  const never = Number.MAX_SAFE_INTEGER;

  test('drops what is settled and old, never the newest row, and a resume past it starts afresh', async () => {
    await withChannel((channel) => {
      trimLog(channel.sql, 2, never);
      expect(eventsAfter(channel.sql, 0, 99).map(({ seq }) => seq)[0]).toBe(3);
      expect(resumeFrom(channel, channel.row.epoch, 1)).toBeNull();
      expect(resumeFrom(channel, channel.row.epoch, 2)).toHaveLength(channel.seq - 2);
      trimLog(channel.sql, never, never);
      expect(eventsAfter(channel.sql, 0, 99).map(({ seq }) => seq)).toEqual([channel.seq]);
      expect(openChannel(channel.sql, () => 0)?.seq).toBe(channel.seq);
      expect(resumeFrom(channel, channel.row.epoch, channel.seq)).toEqual([]);
    });
  });

  test('keeps what is not settled, however old, and what is young, though settled', async () => {
    await withChannel((channel) => {
      trimLog(channel.sql, 0, never);
      trimLog(channel.sql, never, 0);
      expect(eventsAfter(channel.sql, 0, 99)).toHaveLength(channel.seq);
    });
  });
});
