import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { listeningEnv } from '../testing/crowd.ts';
import { withListenedChannel, type Listened } from '../testing/listened-channel.ts';
import { bob, newWorkspace } from '../testing/workspace.ts';
import { doLeave } from './members/membership.ts';
import { getTold } from './telling/told.ts';

let workspace: string;
beforeAll(async () => {
  workspace = await newWorkspace();
});
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const members = ['UANN', 'UBOB', 'UCAT'];

/** Sessions of which Bob's never answers, until it does. */
function listeningWithoutBob() {
  let isHanging = true;
  const listening = listeningEnv(({ userId }) => (userId === 'UBOB' && isHanging ? new Promise(() => {}) : undefined));
  return { listening, mend: () => (isHanging = false) };
}

/** The alarm, for as long as it takes; `isOver` says whether it was over before its patience was. */
async function ring({ upkeep }: Listened): Promise<{ isOver: boolean }> {
  const ended = vi.fn<() => void>();
  const run = upkeep.run().finally(ended);
  await vi.advanceTimersByTimeAsync(9_000);
  const isOver = ended.mock.calls.length > 0;
  await Promise.all([run, vi.advanceTimersByTimeAsync(9_000)]);
  return { isOver };
}

const knows = ({ channel }: Listened) =>
  Object.fromEntries(
    channel.sql
      .exec<{ user_id: string; knows: number }>('SELECT user_id, knows FROM members ORDER BY user_id')
      .toArray()
      .map((row) => [row.user_id, row.knows]),
  );
const notices = ({ channel }: Listened) => channel.sql.exec('SELECT user_id FROM notices').toArray();

test('a session that never answers costs the alarm its patience, and the others nothing; it is told once it answers', async () => {
  const { listening, mend } = listeningWithoutBob();
  await withListenedChannel(
    workspace,
    async (listened) => {
      listened.post('UANN', { text: '<@UBOB> <@UCAT>' });
      expect(await ring(listened)).toEqual({ isOver: false });
      expect(knows(listened)).toEqual({ UANN: 0, UBOB: 2, UCAT: 1 });
      expect(notices(listened)).toEqual([{ user_id: 'UBOB' }]);
      expect(listened.last('UCAT')).toMatchObject({ entry: { mention_count: 1 }, activity: [{ kind: 'mention' }] });
      mend();
      expect(await ring(listened)).toEqual({ isOver: true });
      expect(knows(listened)).toMatchObject({ UBOB: 1 });
      expect(notices(listened)).toEqual([]);
      expect(listened.last('UBOB')).toMatchObject({ entry: { mention_count: 1 }, activity: [{ kind: 'mention' }] });
    },
    { members, listening },
  );
});

test('whom it could not tell is in the tables, so that the log need not be kept for them, and the next process tells them', async () => {
  const { listening, mend } = listeningWithoutBob();
  await withListenedChannel(
    workspace,
    async (listened) => {
      listened.post('UANN', { text: '<@UBOB>' });
      await ring(listened);
      expect(getTold(listened.channel.sql)).toBe(listened.channel.seq);
      mend();
      const again = listened.restart();
      await ring(again);
      expect(again.last('UBOB')).toMatchObject({ entry: { mention_count: 1 }, activity: [{ kind: 'mention' }] });
      expect(knows(again)).toMatchObject({ UBOB: 1 });
    },
    { members, listening },
  );
});

test('somebody who has left has no row that could say so: for them the log is kept until their session has heard', async () => {
  const { listening, mend } = listeningWithoutBob();
  await withListenedChannel(
    workspace,
    async (listened) => {
      const before = getTold(listened.channel.sql);
      listened.change((channel) => doLeave(channel, bob));
      await ring(listened);
      expect(getTold(listened.channel.sql)).toBe(before);
      mend();
      const again = listened.restart();
      await ring(again);
      expect(again.last('UBOB')).toMatchObject({ entry: null });
      expect(getTold(again.channel.sql)).toBe(again.channel.seq);
    },
    { members, listening },
  );
});

test('an answer that comes after its time says nothing certain, and is told again', async () => {
  let answer = () => {};
  const listening = listeningEnv(({ userId }) =>
    userId === 'UBOB' ? new Promise<void>((resolve) => (answer = resolve)) : undefined,
  );
  await withListenedChannel(
    workspace,
    async (listened) => {
      listened.post('UANN', { text: 'one' });
      const late = () => answer();
      await ring(listened);
      late();
      await vi.advanceTimersByTimeAsync(0);
      expect(knows(listened)).toMatchObject({ UBOB: 2 });
      const calls = listened.callsTo('UBOB');
      await ring(listened);
      expect(listened.callsTo('UBOB')).toBeGreaterThan(calls);
    },
    { members, listening },
  );
});
