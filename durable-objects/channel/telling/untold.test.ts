import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { microsToTs } from '../../../shared/timestamps.ts';
import { listeningEnv } from '../../testing/crowd.ts';
import { withListenedChannel } from '../../testing/listened-channel.ts';
import { ann, bob, newWorkspace } from '../../testing/workspace.ts';
import { doDelete } from '../messages/edit.ts';
import { doJoin, doLeave } from '../members/membership.ts';
import { doPost } from '../messages/post.ts';
import { doMark } from '../unread/read-state.ts';

let workspace: string;
beforeAll(async () => {
  workspace = await newWorkspace();
});
afterEach(() => {
  vi.restoreAllMocks();
});

const members = ['UANN', 'UBOB'];

describe('what a session was told', () => {
  test('and the channel did not live to remember is told again, as it then stands', async () => {
    const listening = listeningEnv(() => new Promise(() => {}));
    await withListenedChannel(
      workspace,
      async (listened) => {
        const id = listened.post('UANN', { text: 'hello <@UBOB>' });
        expect(listened.callsTo('UBOB')).toBe(1);
        const again = listened.restart();
        again.post('UANN', { text: 'still there, <@UBOB>?' });
        expect(listened.last('UBOB')).toMatchObject({ entry: { mention_count: 2 } });
        expect(listened.last('UBOB')?.activity.map(({ ts }) => ts)).toContain(microsToTs(id));
        expect(listened.channel.sql.exec('SELECT count(*) AS count FROM notices').one()).toEqual({ count: 2 });
      },
      { members, listening },
    );
  });

  test('by a call that then failed stays to be told, and is told by the alarm', async () => {
    let isDown = true;
    const listening = listeningEnv(() => {
      if (isDown) throw new Error('the session is overloaded');
    });
    await withListenedChannel(
      workspace,
      async (listened) => {
        const id = listened.post('UANN', { text: 'hello <@UBOB>' });
        await listened.upkeep.run();
        const { sql } = listened.channel;
        const state = () => [
          sql.exec("SELECT knows FROM members WHERE user_id = 'UBOB'").one()['knows'],
          sql.exec('SELECT count(*) AS count FROM notices').one()['count'],
        ];
        expect(state()).toEqual([2, 1]);
        isDown = false;
        await listened.upkeep.run();
        expect(state()).toEqual([1, 0]);
        expect(listened.last('UBOB')).toMatchObject({
          entry: { has_unread: true, mention_count: 1 },
          activity: [{ id: `${listened.channel.row.id}.${microsToTs(id)}.mention` }],
        });
      },
      { members, listening },
    );
  });

  test('twice has the same ids, so that it is kept once', async () => {
    await withListenedChannel(
      workspace,
      async (listened) => {
        listened.post('UANN', { text: 'hello <@UBOB>' });
        listened.post('UANN', { text: '<!channel>' });
        await listened.upkeep.run();
        listened.upkeep.afterMark('UBOB');
        await listened.upkeep.run();
        const ids = listened.heard
          .filter(({ userId }) => userId === 'UBOB')
          .flatMap(({ news }) => news.activity.map(({ id }) => id));
        expect(ids.length).toBeGreaterThan(2);
        expect(new Set(ids).size).toBe(2);
      },
      { members },
    );
  });

  test.each(['deleted', 'read'])('of a message that was %s while the call was under way is put right', async (how) => {
    let isOpen = false;
    let letGo = () => {};
    const listening = listeningEnv(
      () => new Promise<void>((resolve) => (isOpen ? resolve() : (letGo = () => resolve()))),
    );
    await withListenedChannel(
      workspace,
      async (listened) => {
        const id = listened.post('UANN', { text: 'hello <@UBOB>' });
        expect(listened.last('UBOB')).toMatchObject({ entry: { has_unread: true, mention_count: 1 } });
        isOpen = true;
        if (how === 'deleted') listened.change((channel) => doDelete(channel, ann, microsToTs(id)));
        else listened.change((channel) => doMark(channel, bob, microsToTs(id)));
        letGo();
        await listened.upkeep.told(['UBOB']);
        await listened.upkeep.run();
        expect(listened.last('UBOB')).toMatchObject({ entry: { has_unread: false, mention_count: 0 } });
      },
      { members, listening },
    );
  });
});

test('what was deleted is unread for nobody, although it called nobody', async () => {
  await withListenedChannel(
    workspace,
    async (listened) => {
      const id = listened.post('UANN', { text: 'oops' });
      await listened.upkeep.run();
      expect(listened.last('UBOB')?.entry).toMatchObject({ has_unread: true });
      listened.change((channel) => doDelete(channel, ann, microsToTs(id)));
      await listened.upkeep.run();
      expect(listened.last('UBOB')?.entry).toMatchObject({ has_unread: false });
    },
    { members },
  );
});

test('what nobody lived to begin to tell is told after the restart: members, threads, calls and groups', async () => {
  await withListenedChannel(
    workspace,
    async (listened) => {
      const { channel } = listened;
      const root = doPost(channel, bob, { text: 'root' }, () => 0);
      if (!root.ok) throw new Error(root.error);
      doPost(channel, ann, { text: 'reply', threadTs: root.ts }, () => 0);
      doPost(channel, ann, { text: '<@UBOB> <!channel>' }, () => 0);
      doJoin(channel, { userId: 'UCAT', role: 'member' });
      doLeave(channel, ann);
      const again = listened.restart();
      await again.upkeep.run();
      expect(again.last('UBOB')).toMatchObject({
        entry: { has_unread: true, mention_count: 1 },
        threads: [{ thread_ts: root.ts, has_unread: true }],
      });
      expect(
        again
          .last('UBOB')
          ?.activity.map(({ kind }) => kind)
          .toSorted(),
      ).toEqual(['mention', 'reply']);
      expect(again.last('UCAT')).toMatchObject({ entry: { mention_count: 0 } });
      expect(again.last('UANN')).toMatchObject({ entry: null });
    },
    { members },
  );
});

test('of very many calls each is told, some with each call', async () => {
  await withListenedChannel(
    workspace,
    async (listened) => {
      for (let n = 0; n < 120; n += 1) listened.post('UANN', { text: `${n} <@UBOB>` });
      await listened.upkeep.run();
      const told = listened.heard.filter(({ userId }) => userId === 'UBOB').map(({ news }) => news.activity);
      expect(new Set(told.flat().map(({ id }) => id)).size).toBe(120);
      expect(Math.max(...told.map((items) => items.length))).toBe(50);
      expect(listened.last('UBOB')?.entry).toMatchObject({ mention_count: 120 });
    },
    { members },
  );
});
