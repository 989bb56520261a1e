import { beforeAll, describe, expect, test, vi } from 'vitest';
import { microsToTs } from '../../../shared/timestamps.ts';
import { addCrowd, listeningEnv } from '../../testing/crowd.ts';
import { withListenedChannel, type Listened } from '../../testing/listened-channel.ts';
import { newWorkspace } from '../../testing/workspace.ts';
import { doDelete, doEdit } from '../messages/edit.ts';
import { readNews } from './queued-news.ts';
import { sliceSize } from './people-to-tell.ts';
import { fewPeople } from '../unread/to-tell.ts';
import { doPost } from '../messages/post.ts';
import { doMark } from '../unread/read-state.ts';
import { doDescribe } from '../settings/settings.ts';

let workspace: string;
beforeAll(async () => {
  workspace = await newWorkspace();
});

const author = 'U0000000';
const reader = 'U0000007';
const crowd = (size: number) => ({ members: [], prepare: (sql: SqlStorage) => addCrowd(sql, size) });

/** How many members there are of each state of knowledge. */
const knows = ({ channel }: Listened) =>
  Object.fromEntries(
    channel.sql
      .exec<{ knows: number; count: number }>('SELECT knows, count(*) AS count FROM members GROUP BY knows')
      .toArray()
      .map((row) => [row.knows, row.count]),
  );

/** Until nobody is left to be told; how many chunks the queue was given. */
async function drain(listened: Listened): Promise<number> {
  let all = 0;
  for (let chunks = 1; chunks > 0; all += chunks) {
    await listened.upkeep.run();
    chunks = await listened.consume();
  }
  return all;
}

describe('a channel of a thousand people who do not look', () => {
  test('a thousand messages make one call to each of them, and one more for each mention', async () => {
    await withListenedChannel(
      workspace,
      async (listened) => {
        for (let n = 0; n < 1000; n += 1) {
          listened.post(author, { text: n % 100 === 50 ? `hello <@${reader}>` : `message ${n}` });
          if (n % 40 === 0) await drain(listened);
        }
        await drain(listened);
        expect(listened.callsTo(author)).toBe(0);
        expect(listened.callsTo(reader)).toBeLessThanOrEqual(1 + 10);
        expect(listened.last(reader)?.entry).toMatchObject({ has_unread: true, mention_count: 10 });
        const others = listened.heard.filter(({ userId }) => userId !== reader);
        expect(others).toHaveLength(998);
        expect(new Set(others.map(({ userId }) => userId)).size).toBe(998);
        expect(knows(listened)).toEqual({ 0: 1, 1: 999 });
      },
      crowd(1000),
    );
  }, 60_000);

  test('a message that calls everybody reaches each of them once, and so does its deletion', async () => {
    await withListenedChannel(
      workspace,
      async (listened) => {
        listened.post(author, { text: 'one' });
        await drain(listened);
        listened.heard.length = 0;
        const id = listened.post(author, { text: '<!channel> come' });
        expect(await drain(listened)).toBe(2);
        expect(listened.callsTo(reader)).toBe(1);
        expect(listened.last(reader)).toMatchObject({
          entry: { mention_count: 1 },
          activity: [{ kind: 'everybody', user: author }],
          notices: [{ kind: 'everybody', text: '<!channel> come' }],
        });
        listened.change((channel) => doDelete(channel, { userId: author, role: 'member' }, microsToTs(id)));
        await drain(listened);
        expect(listened.last(reader)).toMatchObject({ entry: { has_unread: true, mention_count: 0 }, activity: [] });
      },
      crowd(1000),
    );
  }, 60_000);

  test('the deletion of the only unread message is told to those who knew of it, and to nobody else', async () => {
    await withListenedChannel(
      workspace,
      async (listened) => {
        const first = listened.post(author, { text: 'one' });
        await drain(listened);
        for (const userId of ['U0000001', 'U0000002']) {
          listened.change((channel) => doMark(channel, { userId, role: 'member' }, microsToTs(first)));
          listened.upkeep.afterMark(userId);
        }
        await drain(listened);
        listened.heard.length = 0;
        listened.change((channel) => doDelete(channel, { userId: author, role: 'member' }, microsToTs(first)));
        await drain(listened);
        expect(listened.heard).toHaveLength(997);
        expect(listened.heard.every(({ news }) => news.entry?.has_unread === false)).toBe(true);
        expect(knows(listened)).toEqual({ 0: 1000 });
      },
      crowd(1000),
    );
  }, 60_000);

  test('a new topic reaches each of them', async () => {
    await withListenedChannel(
      workspace,
      async (listened) => {
        listened.change((channel) => doDescribe(channel, { userId: author, role: 'member' }, 'topic', 'tea'));
        expect(await drain(listened)).toBe(2);
        expect(listened.callsTo(reader)).toBe(1);
        expect(listened.last(reader)?.entry).toMatchObject({ topic: 'tea' });
      },
      crowd(1000),
    );
  }, 60_000);
});

describe('a hundred thousand people', () => {
  const size = 100_000;

  test('a post looks at few rows, writes no more of them than in a small channel, and goes on while people are told', async () => {
    await withListenedChannel(
      workspace,
      async (listened) => {
        const { channel, upkeep, spent, chunks } = listened;
        spent();
        listened.post(author, { text: 'first' });
        const first = spent();
        // A look that ends as soon as they are not few, and what is written for any message.
        expect(first.read).toBeLessThan(3 * fewPeople);
        expect(first.written).toBeLessThan(8);

        const told = upkeep.run().then(() => true);
        const seen: number[] = [];
        for (let isDone = false; !isDone; isDone = await Promise.race([told, scheduler.wait(1).then(() => false)])) {
          spent();
          channel.outbound.length = 0;
          listened.post(author, { text: 'meanwhile' });
          const cost = spent();
          expect(cost.read).toBeLessThan(50);
          expect(cost.written).toBeLessThan(8);
          seen.push(chunks.length);
        }
        expect(seen.filter((sent) => sent > 10 && sent < size / sliceSize).length).toBeGreaterThan(10);
        expect(chunks).toHaveLength(size / sliceSize);
        expect(Math.max(...chunks.map(({ users }) => users.length))).toBeLessThanOrEqual(sliceSize);
        expect(new Set(chunks.flatMap(({ users }) => users)).size).toBe(size - 1);
        expect(knows(listened)).toEqual({ 0: 1, 3: size - 1 });
        await listened.consume(4);
        expect(knows(listened)).toMatchObject({ 1: 4 * sliceSize - 1, 3: size - 4 * sliceSize });
      },
      crowd(size),
    );
  }, 120_000);

  test('calling everybody, a reply, an edit and a deletion cost the stretch a handful of rows', async () => {
    await withListenedChannel(
      workspace,
      async ({ channel, change, spent }) => {
        const viewer = { userId: author, role: 'member' } as const;
        // What a channel counts once, when it wakes.
        channel.sql.exec('UPDATE members SET knows = 1');
        const root = change((opened) => doPost(opened, viewer, { text: '<!here>' }, () => 0));
        if (!root.ok) throw new Error(root.error);
        spent();
        const cheap = (work: () => unknown) => {
          work();
          const { read, written } = spent();
          expect(read).toBeLessThan(100);
          expect(written).toBeLessThan(40);
        };
        cheap(() => doPost(channel, viewer, { text: `<!channel> <@${reader}>` }, () => 0));
        cheap(() => doPost(channel, { ...viewer, userId: reader }, { text: 'reply', threadTs: root.ts }, () => 0));
        cheap(() => doEdit(channel, viewer, { ts: root.ts, text: 'nobody' }));
        cheap(() => doDelete(channel, viewer, root.ts));
        cheap(() => doMark(channel, { ...viewer, userId: reader }, root.ts));
      },
      crowd(size),
    );
  }, 60_000);
});

describe('a chunk that is lost', () => {
  test('goes again after its deadline', async () => {
    await withListenedChannel(
      workspace,
      async (listened) => {
        listened.post(author, { text: 'one' });
        await listened.upkeep.run();
        expect(listened.chunks.splice(0)).toHaveLength(1);
        await listened.upkeep.run();
        expect(listened.chunks).toHaveLength(0);
        vi.setSystemTime(Date.now() + 11 * 60_000);
        try {
          await drain(listened);
        } finally {
          vi.useRealTimers();
        }
        expect(knows(listened)).toEqual({ 0: 1, 1: 299 });
      },
      crowd(300),
    );
  });

  test('with the process goes again when it is back, where queues live in memory', async () => {
    await withListenedChannel(
      workspace,
      async (listened) => {
        listened.post(author, { text: 'one' });
        await listened.upkeep.run();
        expect(knows(listened)).toEqual({ 0: 1, 3: 299 });
        listened.chunks.length = 0;
        const again = listened.restart();
        await drain(again);
        expect(knows(again)).toEqual({ 0: 1, 1: 299 });
      },
      { ...crowd(300), vars: { QUEUES: 'memory' } },
    );
  });

  test('because the queue is full is given to it again', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    await withListenedChannel(
      workspace,
      async (listened) => {
        listened.breakQueue(true);
        listened.post(author, { text: 'one' });
        await listened.upkeep.run();
        expect(listened.chunks).toHaveLength(0);
        listened.breakQueue(false);
        await drain(listened);
        expect(knows(listened)).toEqual({ 0: 1, 1: 299 });
      },
      crowd(300),
    );
    vi.restoreAllMocks();
  });
});

test('somebody who reads while the queue has them is told that by a call, and what the queue brings late is put right', async () => {
  await withListenedChannel(
    workspace,
    async (listened) => {
      const id = listened.post(author, { text: `<@${reader}>` });
      await listened.upkeep.run();
      const [chunk] = listened.chunks.splice(0);
      const late = await readNews(listened.channel, chunk?.users ?? []);
      listened.change((channel) => doMark(channel, { userId: reader, role: 'member' }, microsToTs(id)));
      listened.upkeep.afterMark(reader);
      await listened.upkeep.told([reader]);
      expect(listened.last(reader)?.entry).toMatchObject({ has_unread: false, mention_count: 0 });
      for (const { userId, news } of late) listened.heard.push({ userId, news });
      await listened.upkeep.heard(
        late.map(({ userId, receipt }) => ({ userId, receipt, keywords: [] })),
        [],
      );
      await drain(listened);
      expect(listened.last(reader)?.entry).toMatchObject({ has_unread: false, mention_count: 0 });
      expect(knows(listened)).toEqual({ 0: 2, 1: 298 });
    },
    crowd(300),
  );
});

test('those of a chunk whose session did not answer are told by a call', async () => {
  const listening = listeningEnv();
  await withListenedChannel(
    workspace,
    async (listened) => {
      listened.post(author, { text: 'one' });
      await listened.upkeep.run();
      const [chunk] = listened.chunks.splice(0);
      const news = (await readNews(listened.channel, chunk?.users ?? [])).filter(({ userId }) => userId !== reader);
      await listened.upkeep.heard(
        news.map(({ userId, receipt }) => ({ userId, receipt, keywords: [] })),
        [reader],
      );
      await drain(listened);
      expect(listened.heard.map(({ userId }) => userId)).toEqual([reader]);
      expect(knows(listened)).toEqual({ 0: 1, 1: 299 });
    },
    { ...crowd(300), listening },
  );
});
