import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import { userGroupMembers, userGroups } from '../../../migrations/shard/schema.ts';
import { openShard } from '../../../migrations/shards.ts';
import { microsToTs } from '../../../shared/timestamps.ts';
import { withListenedChannel, type Listened } from '../../testing/listened-channel.ts';
import { ann, bob, cat, newWorkspace } from '../../testing/workspace.ts';
import { maxCalled } from './calls.ts';
import type { Viewer } from '../context.ts';
import { doDelete, doEdit } from '../messages/edit.ts';
import { setKeywords } from './keywords.ts';
import { doPost } from '../messages/post.ts';
import { doMark } from './read-state.ts';

let workspace: string;
beforeAll(async () => {
  workspace = await newWorkspace();
});

const everyone = { members: ['UANN', 'UBOB', 'UCAT'] };

async function newGroup(id: string, members: string[], disabled: number | null = null): Promise<void> {
  const shard = openShard(env, 'SHARD_1');
  await shard.insert(userGroups).values({
    workspaceId: workspace,
    id,
    handle: id.toLowerCase(),
    name: id,
    description: '',
    creator: 'UANN',
    created: 1,
    updatedBy: 'UANN',
    updated: 1,
    disabled,
  });
  await shard
    .insert(userGroupMembers)
    .values(members.map((userId) => ({ workspaceId: workspace, groupId: id, userId })));
}

/** What the person's session has been told of: kinds of activity, in order. */
const kinds = ({ heard }: Listened, userId: string) =>
  heard.filter((each) => each.userId === userId).flatMap(({ news }) => news.activity.map(({ kind }) => kind));

const edit = (listened: Listened, viewer: Viewer, id: number, text: string) =>
  listened.change((channel) => doEdit(channel, viewer, { ts: microsToTs(id), text }));

describe('a message calls', () => {
  test('at most a few hundred people, however many it names', async () => {
    await withListenedChannel(
      workspace,
      async (listened) => {
        const names = Array.from({ length: 2000 }, (_, i) => `<@U0${i}>`).join('');
        const id = listened.post('UANN', { text: `<@UBOB>${names}` });
        const { count } = listened.channel.sql
          .exec<{ count: number }>('SELECT count(*) AS count FROM called WHERE message = ?', id)
          .one();
        expect(count).toBe(maxCalled.people);
        await listened.upkeep.run();
        expect(kinds(listened, 'UBOB')).toEqual(['mention']);
      },
      everyone,
    );
  });

  test('by name: with a line for the activity view, and its text for a notification', async () => {
    await withListenedChannel(
      workspace,
      async (listened) => {
        const id = listened.post('UANN', { text: 'see <@UBOB>, not `<@UCAT>`' });
        await listened.upkeep.run();
        const { news } = listened.heard.find(({ userId }) => userId === 'UBOB') ?? {};
        const ts = microsToTs(id);
        const place = { channel: listened.channel.row.id, ts, user: 'UANN' };
        expect(news).toMatchObject({
          entry: { has_unread: true, mention_count: 1, latest: ts },
          activity: [{ ...place, id: `${place.channel}.${ts}.mention`, kind: 'mention', at: Math.floor(id / 1000) }],
          notices: [{ ...place, type: 'notice', kind: 'mention', text: 'see <@UBOB>, not `<@UCAT>`' }],
        });
        expect(listened.last('UCAT')).toMatchObject({ entry: { has_unread: true, mention_count: 0 }, activity: [] });
      },
      everyone,
    );
  });

  test('by user group, those of its people who are in the channel, once they have been looked up', async () => {
    await newGroup('S0OPS', ['UANN', 'UBOB', 'U0ELSEWHERE']);
    await newGroup('S0OFF', ['UCAT'], 5);
    await withListenedChannel(
      workspace,
      async (listened) => {
        listened.post('UANN', { text: '<!subteam^S0OPS|@ops> <!subteam^S0OFF> <!subteam^S0NONE>' });
        await listened.upkeep.run();
        expect(kinds(listened, 'UBOB')).toEqual(['group']);
        expect(listened.last('UBOB')?.entry).toMatchObject({ mention_count: 1 });
        expect(kinds(listened, 'UCAT')).toEqual([]);
        expect(kinds(listened, 'UANN')).toEqual([]);
        expect(listened.channel.sql.exec('SELECT * FROM pending_groups').toArray()).toEqual([]);
      },
      everyone,
    );
  });

  test('by group also after a crash that came before the look-up', async () => {
    await newGroup('S0LATE', ['UBOB']);
    await withListenedChannel(
      workspace,
      async (listened) => {
        doPost(listened.channel, ann, { text: '<!subteam^S0LATE>' }, () => 0);
        const again = listened.restart();
        await again.upkeep.run();
        expect(kinds(again, 'UBOB')).toEqual(['group']);
      },
      everyone,
    );
  });

  test.each([
    ['DEPLOYED? Deploy!', ['deploy'], true],
    ['redeploy, deployment', ['deploy'], false],
    ['who is on-call today', ['on-call'], true],
    ['the C++ one', ['c++'], true],
    ['the C++11 one', ['c++'], true],
    ['a ++ b', ['++'], true],
    ['the *big* release', ['big release'], true],
    ['größe', ['größe'], true],
    ['größen', ['größe'], false],
    ['𝐀deploy', ['deploy'], false],
    ['<https://a.example/deploy|here>', ['deploy'], false],
    ['nothing', [], false],
  ])('by keyword, as a whole word: %j with %j', async (text, words, calls) => {
    await withListenedChannel(
      workspace,
      async (listened) => {
        setKeywords(listened.channel, 'UBOB', words);
        listened.post('UANN', { text });
        await listened.upkeep.run();
        expect(kinds(listened, 'UBOB')).toEqual(calls ? ['keyword'] : []);
        expect(listened.last('UBOB')?.entry).toMatchObject({ mention_count: calls ? 1 : 0 });
      },
      everyone,
    );
  });

  test('everybody: counted, and told with the others who call', async () => {
    await withListenedChannel(
      workspace,
      async (listened) => {
        listened.post('UANN', { text: '<!everyone> one' });
        listened.post('UANN', { text: '<!channel> two <@UBOB>' });
        await listened.upkeep.run();
        expect(listened.last('UCAT')).toMatchObject({
          entry: { mention_count: 2 },
          activity: [{ kind: 'everybody' }, { kind: 'everybody' }],
        });
        expect(new Set(kinds(listened, 'UBOB'))).toEqual(new Set(['everybody', 'mention']));
        expect(listened.last('UBOB')).toMatchObject({ entry: { mention_count: 2 } });
        expect(listened.last('UANN')?.entry?.mention_count ?? 0).toBe(0);
      },
      everyone,
    );
  });

  test('whoever is there: it is told and not counted here, since sessions know who is', async () => {
    await withListenedChannel(
      workspace,
      async (listened) => {
        const id = listened.post('UANN', { text: '<!here> one' });
        const named = listened.post('UANN', { text: '<!here> two <@UBOB>' });
        await listened.upkeep.run();
        const [one, two] = [microsToTs(id), microsToTs(named)];
        expect(listened.last('UCAT')).toMatchObject({
          entry: { mention_count: 0, has_unread: true },
          here: [two, one],
          activity: [
            { kind: 'everybody', ts: one },
            { kind: 'everybody', ts: two },
          ],
        });
        expect(listened.last('UBOB')).toMatchObject({ entry: { mention_count: 1 }, here: [one] });
        edit(listened, ann, id, '<!channel> one');
        edit(listened, ann, named, 'two');
        await listened.upkeep.run();
        for (const userId of ['UBOB', 'UCAT']) {
          expect(listened.last(userId)).toMatchObject({ entry: { mention_count: 1 }, here: [] });
        }
        edit(listened, ann, id, '<!here> one');
        await listened.upkeep.run();
        expect(listened.last('UCAT')).toMatchObject({ entry: { mention_count: 0 }, here: [one] });
        listened.change((channel) => doMark(channel, { userId: 'UCAT', role: 'member' }, one));
        listened.upkeep.afterMark('UCAT');
        await listened.upkeep.run();
        expect(listened.last('UCAT')).toMatchObject({ entry: { mention_count: 0 }, here: [] });
      },
      everyone,
    );
  });

  test('whoever is there again with every such message, also where something was unread before', async () => {
    await withListenedChannel(
      workspace,
      async (listened) => {
        listened.post('UANN', { text: 'hello' });
        await listened.upkeep.run();
        const calls = listened.callsTo('UBOB');
        const first = listened.post('UANN', { text: '<!here>' });
        await listened.upkeep.run();
        const second = listened.post('UANN', { text: '<!here>' });
        await listened.upkeep.run();
        expect(listened.callsTo('UBOB')).toBe(calls + 2);
        expect(listened.last('UBOB')?.here).toEqual([second, first].map(microsToTs));
      },
      everyone,
    );
  });

  test('everybody not in a thread, unless the reply is shown in the channel too', async () => {
    await withListenedChannel(
      workspace,
      async (listened) => {
        const threadTs = microsToTs(listened.post('UANN', { text: 'root' }));
        listened.post('UANN', { text: '<!channel>', threadTs });
        await listened.upkeep.run();
        expect(listened.last('UBOB')?.entry).toMatchObject({ mention_count: 0 });
        listened.post('UANN', { text: '<!channel>', threadTs, broadcast: true });
        await listened.upkeep.run();
        expect(listened.last('UBOB')?.entry).toMatchObject({ mention_count: 1 });
      },
      everyone,
    );
  });

  test('one person in several ways, and is one call to them', async () => {
    await newGroup('S0BOB', ['UBOB']);
    await withListenedChannel(
      workspace,
      async (listened) => {
        listened.keywords.set('UBOB', ['deploy']);
        listened.upkeep.afterMark('UBOB');
        await listened.upkeep.run();
        const id = listened.post('UANN', { text: '<@UBOB> deploy <!subteam^S0BOB> <!channel>' });
        await listened.upkeep.run();
        expect(listened.last('UBOB')?.entry).toMatchObject({ mention_count: 1 });
        expect(kinds(listened, 'UBOB')).toEqual(['mention']);
        edit(listened, ann, id, 'deploy');
        await listened.upkeep.run();
        expect(listened.last('UBOB')?.entry).toMatchObject({ mention_count: 1 });
        edit(listened, ann, id, 'nothing');
        await listened.upkeep.run();
        expect(listened.last('UBOB')?.entry).toMatchObject({ mention_count: 0, has_unread: true });
        expect(kinds(listened, 'UBOB')).toEqual(['mention']);
      },
      everyone,
    );
  });

  test('in a direct message with every word, and without a line in the activity view', async () => {
    await withListenedChannel(
      workspace,
      async (listened) => {
        for (const text of ['one', 'two', 'three']) {
          listened.post('UANN', { text });
          await listened.upkeep.run();
        }
        expect(listened.last('UBOB')).toMatchObject({
          entry: { mention_count: 3, has_unread: true },
          activity: [],
          notices: [{ kind: 'direct', text: 'three', user: 'UANN' }],
        });
        expect(listened.last('UANN')?.notices).toEqual([]);
        listened.post('UANN', { text: '<@UBOB> four' });
        await listened.upkeep.run();
        expect(listened.last('UBOB')).toMatchObject({ entry: { mention_count: 4 }, notices: [{ kind: 'mention' }] });
      },
      { kind: 'im', members: ['UANN', 'UBOB'] },
    );
  });
});

describe('an edit', () => {
  test('calls whom it adds, and tells them', async () => {
    await withListenedChannel(
      workspace,
      async (listened) => {
        const id = listened.post('UANN', { text: 'hello <@UCAT>' });
        await listened.upkeep.run();
        edit(listened, ann, id, 'hello <@UBOB> and <@UCAT>');
        await listened.upkeep.run();
        expect(listened.last('UBOB')).toMatchObject({
          entry: { mention_count: 1 },
          activity: [{ kind: 'mention', ts: microsToTs(id) }],
          notices: [{ text: 'hello <@UBOB> and <@UCAT>' }],
        });
        expect(kinds(listened, 'UCAT')).toEqual(['mention']);
      },
      everyone,
    );
  });

  test('that comes before anybody was told calls only whom it names in the end', async () => {
    await withListenedChannel(
      workspace,
      async (listened) => {
        const { sql } = listened.channel;
        const posted = doPost(listened.channel, ann, { text: '<@UBOB>' }, () => 0);
        if (!posted.ok) throw new Error(posted.error);
        doEdit(listened.channel, ann, { ts: posted.ts, text: '<@UCAT>' });
        expect(sql.exec('SELECT user_id, kind FROM notices').toArray()).toEqual([{ user_id: 'UCAT', kind: 'mention' }]);
        doDelete(listened.channel, ann, posted.ts);
        expect(sql.exec('SELECT user_id, kind FROM notices').toArray()).toEqual([]);
        expect(sql.exec('SELECT * FROM called').toArray()).toEqual([]);
      },
      everyone,
    );
  });
});

describe('where a policy keeps somebody from calling everybody', () => {
  const guest: Viewer = { ...bob, mayCallEverybody: false, largeChannel: 2 };
  const small: Viewer = { ...bob, mayCallEverybody: false, largeChannel: 3 };

  test('a post that does is refused, in the channel alone and where it is large', async () => {
    await withListenedChannel(
      workspace,
      async ({ channel }) => {
        const said = (viewer: Viewer, draft: Parameters<typeof doPost>[2]) => doPost(channel, viewer, draft, () => 0);
        expect(said(guest, { text: 'hey <!here>' })).toEqual({ ok: false, error: 'restricted_action' });
        expect(said(guest, { text: 'hey `<!here>`' })).toMatchObject({ ok: true });
        expect(said(small, { text: 'hey <!here>' })).toMatchObject({ ok: true });
        const root = said(cat, { text: 'hey <!here>' });
        if (!root.ok) throw new Error(root.error);
        expect(said(guest, { text: '<!here>', threadTs: root.ts })).toMatchObject({ ok: true });
        expect(said(guest, { text: '<!here>', threadTs: root.ts, broadcast: true })).toMatchObject({ ok: false });
      },
      everyone,
    );
  });

  test('so is an edit, unless the message did so before', async () => {
    await withListenedChannel(
      workspace,
      async (listened) => {
        const plain = listened.post('UBOB', { text: 'plain' });
        const loud = listened.post('UBOB', { text: '<!channel> loud' });
        expect(edit(listened, guest, plain, '<!channel>')).toEqual({ ok: false, error: 'restricted_action' });
        expect(edit(listened, guest, loud, '<!channel> louder')).toMatchObject({ ok: true });
      },
      everyone,
    );
  });
});

test('a message that calls nobody writes three rows, also where somebody has keywords', async () => {
  await withListenedChannel(
    workspace,
    async ({ channel, spent }) => {
      setKeywords(channel, 'UBOB', ['deploy']);
      spent();
      doPost(channel, ann, { text: 'nobody in particular', clientMsgId: 'c1' }, () => 0);
      expect(spent().written).toBe(3);
      doPost(channel, ann, { text: 'hello <@UBOB>', clientMsgId: 'c2' }, () => 0);
      // Who is called, in two orders, and the notice.
      expect(spent().written).toBe(6);
    },
    everyone,
  );
});
