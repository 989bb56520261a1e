import { beforeAll, describe, expect, test } from 'vitest';
import { microsToTs } from '../../../shared/timestamps.ts';
import { withListenedChannel, type Listened } from '../../testing/listened-channel.ts';
import { ann, bob, cat, newChannel, newWorkspace } from '../../testing/workspace.ts';
import type { Viewer } from '../context.ts';
import { doDelete, doEdit } from '../messages/edit.ts';
import { doJoin, doKick, doLeave } from '../members/membership.ts';
import { doPost } from '../messages/post.ts';
import { doMark } from './read-state.ts';
import { doFollow, doMarkThread } from './thread-state.ts';

let workspace: string;
beforeAll(async () => {
  workspace = await newWorkspace();
});

const everyone = { members: ['UANN', 'UBOB', 'UCAT'] };

/** A root of Ann's, and who says something in its thread. */
function begin(listened: Listened, text = 'root') {
  const root = listened.post('UANN', { text });
  const threadTs = microsToTs(root);
  const reply = (userId: string, words = 'reply', broadcast = false) =>
    listened.post(userId, { text: words, threadTs, broadcast });
  const follow = (viewer: Viewer, following: boolean) =>
    act(listened, viewer, (channel) => doFollow(channel, viewer, threadTs, following));
  const mark = (viewer: Viewer, id: number) =>
    act(listened, viewer, (channel) => doMarkThread(channel, viewer, threadTs, microsToTs(id)));
  return { root, threadTs, reply, follow, mark };
}

function act<T>(listened: Listened, viewer: Viewer, work: Parameters<typeof listened.change<T>>[0]): T {
  const answer = listened.change(work);
  listened.upkeep.afterMark(viewer.userId);
  return answer;
}

const followers = ({ channel }: Listened) =>
  channel.sql
    .exec<{ user_id: string }>('SELECT user_id FROM followers WHERE following = 1 ORDER BY user_id')
    .toArray()
    .map((row) => row.user_id);

/** The lines for the activity view that the person's session has been told. */
const lines = ({ heard }: Listened, userId: string) =>
  heard.filter((each) => each.userId === userId).flatMap(({ news }) => news.activity);

describe('a thread is followed', () => {
  test('by its author, by those who answer, and by those whom it calls', async () => {
    await withListenedChannel(
      workspace,
      async (listened) => {
        const { reply } = begin(listened, 'what do you say, <@UCAT>?');
        expect(followers(listened)).toEqual([]);
        reply('UBOB');
        expect(followers(listened)).toEqual(['UANN', 'UBOB', 'UCAT']);
      },
      everyone,
    );
  });

  test('by those whom a reply calls, also when it is edited to do so; by nobody who is not in the channel', async () => {
    await withListenedChannel(
      workspace,
      async (listened) => {
        const { reply, threadTs } = begin(listened);
        const id = reply('UANN', 'hello <@UNOBODY>');
        expect(followers(listened)).toEqual(['UANN']);
        listened.change((channel) => doEdit(channel, ann, { ts: microsToTs(id), text: 'hello <@UBOB>' }));
        expect(followers(listened)).toEqual(['UANN', 'UBOB']);
        await listened.upkeep.run();
        expect(listened.last('UBOB')).toMatchObject({
          entry: { mention_count: 0 },
          threads: [{ thread_ts: threadTs, has_unread: true, mention_count: 1, last_read: threadTs }],
          activity: [{ kind: 'mention', thread_ts: threadTs }],
        });
      },
      everyone,
    );
  });

  test('by no one who has said that they do not want to; a call reaches them all the same', async () => {
    await withListenedChannel(
      workspace,
      async (listened) => {
        const { reply, follow, threadTs } = begin(listened);
        reply('UBOB');
        await listened.upkeep.run();
        expect(follow(bob, false)).toMatchObject({ ok: true, following: false });
        await listened.upkeep.run();
        expect(listened.last('UBOB')).toMatchObject({ threads: [], unfollowed: [threadTs] });
        reply('UBOB', 'once more');
        reply('UANN', 'are you there, <@UBOB>?');
        expect(followers(listened)).toEqual(['UANN']);
        await listened.upkeep.run();
        expect(listened.last('UBOB')).toMatchObject({ threads: [], unfollowed: [], activity: [{ kind: 'mention' }] });
        expect(follow(bob, true)).toMatchObject({ following: true, hasUnread: true, mentions: 1 });
      },
      everyone,
    );
  });

  test('by hand, and whoever begins so is caught up', async () => {
    await withListenedChannel(
      workspace,
      async (listened) => {
        const { reply, follow, mark } = begin(listened);
        const first = reply('UBOB');
        expect(mark(cat, first)).toMatchObject({ ok: true, following: false });
        expect(follow(cat, true)).toMatchObject({ following: true, hasUnread: false, lastRead: microsToTs(first) });
        reply('UBOB', 'news');
        await listened.upkeep.run();
        expect(listened.last('UCAT')?.threads).toMatchObject([{ has_unread: true }]);
      },
      everyone,
    );
  });

  test('only by people who are in the channel, where there is one', async () => {
    const { channel } = await newChannel(workspace);
    const root = await channel.post(ann, { text: 'root' });
    if (!root.ok) throw new Error(root.error);
    expect(await channel.followThread(cat, root.ts, true)).toEqual({ ok: false, error: 'not_in_channel' });
    expect(await channel.markThread(cat, root.ts, root.ts)).toEqual({ ok: false, error: 'not_in_channel' });
    expect(await channel.followThread(bob, '1.000001', true)).toEqual({ ok: false, error: 'thread_not_found' });
    expect(await channel.replies(bob, root.ts, { limit: 1 })).toMatchObject({ following: false, lastRead: root.ts });
    await channel.followThread(bob, root.ts, true);
    expect(await channel.replies(bob, root.ts, { limit: 1 })).toMatchObject({ following: true, lastRead: root.ts });
  });
});

describe('a reply', () => {
  test('is told to followers once until they read, and what calls them always', async () => {
    await withListenedChannel(
      workspace,
      async (listened) => {
        const { reply, mark, threadTs } = begin(listened);
        const first = reply('UBOB', 'first');
        await listened.upkeep.run();
        expect(lines(listened, 'UANN')).toMatchObject([{ kind: 'reply', ts: microsToTs(first), thread_ts: threadTs }]);
        const calls = listened.callsTo('UANN');
        reply('UBOB', 'second');
        await listened.upkeep.run();
        expect(listened.callsTo('UANN')).toBe(calls);
        const third = reply('UBOB', 'third <@UANN>');
        await listened.upkeep.run();
        expect(listened.callsTo('UANN')).toBe(calls + 1);
        expect(listened.last('UANN')?.threads).toMatchObject([{ has_unread: true, mention_count: 1 }]);
        expect(mark(ann, third)).toMatchObject({ hasUnread: false, mentions: 0 });
        reply('UBOB', 'fourth');
        await listened.upkeep.run();
        expect(lines(listened, 'UANN').map(({ kind }) => kind)).toEqual(['reply', 'mention', 'reply']);
      },
      everyone,
    );
  });

  test('leaves the channel read, unless it is shown there too', async () => {
    await withListenedChannel(
      workspace,
      async (listened) => {
        const { reply, root } = begin(listened);
        act(listened, cat, (channel) => doMark(channel, cat, microsToTs(root)));
        reply('UBOB');
        await listened.upkeep.run();
        expect(listened.last('UCAT')?.entry).toMatchObject({ has_unread: false });
        reply('UBOB', 'for all', true);
        await listened.upkeep.run();
        expect(listened.last('UCAT')?.entry).toMatchObject({ has_unread: true });
      },
      everyone,
    );
  });

  test('that is deleted is unread no more, and a thread that is gone is followed by nobody', async () => {
    await withListenedChannel(
      workspace,
      async (listened) => {
        const { reply, root, threadTs } = begin(listened);
        const id = reply('UBOB', 'hello <@UANN>');
        await listened.upkeep.run();
        expect(listened.last('UANN')?.threads).toMatchObject([{ has_unread: true, mention_count: 1 }]);
        listened.change((channel) => doDelete(channel, ann, microsToTs(root)));
        listened.change((channel) => doDelete(channel, bob, microsToTs(id)));
        await listened.upkeep.run();
        expect(listened.last('UANN')).toMatchObject({ threads: [], unfollowed: [threadTs] });
        expect(followers(listened)).toEqual([]);
      },
      everyone,
    );
  });

  test('that is deleted before anybody was told is no line of the activity view', async () => {
    await withListenedChannel(
      workspace,
      async (listened) => {
        const { threadTs } = begin(listened);
        const posted = doPost(listened.channel, bob, { text: 'oops', threadTs }, () => 0);
        if (!posted.ok) throw new Error(posted.error);
        doDelete(listened.channel, bob, posted.ts);
        await listened.upkeep.run();
        expect(lines(listened, 'UANN')).toEqual([]);
      },
      everyone,
    );
  });
});

describe('marking a thread', () => {
  test('goes back too, and no further than its root', async () => {
    await withListenedChannel(
      workspace,
      async (listened) => {
        const { reply, mark, threadTs } = begin(listened);
        const first = reply('UBOB', 'one <@UANN>');
        const second = reply('UBOB', 'two <@UANN>');
        expect(mark(ann, second)).toMatchObject({ hasUnread: false, mentions: 0 });
        expect(mark(ann, first)).toMatchObject({ hasUnread: true, mentions: 1 });
        expect(mark(ann, 0)).toMatchObject({ lastRead: threadTs, hasUnread: true, mentions: 2 });
        await listened.upkeep.run();
        expect(listened.last('UANN')?.threads).toMatchObject([{ last_read: threadTs, mention_count: 2 }]);
      },
      everyone,
    );
  });

  test('does not hide what comes later, however far it goes', async () => {
    await withListenedChannel(
      workspace,
      async (listened) => {
        const { reply, mark } = begin(listened);
        reply('UBOB');
        mark(ann, 9_000_000_000_000_000);
        reply('UBOB', 'later');
        await listened.upkeep.run();
        expect(listened.last('UANN')?.threads).toMatchObject([{ has_unread: true }]);
      },
      everyone,
    );
  });
});

describe('whoever is out of the channel', () => {
  test.each([
    ['left', (listened: Listened) => listened.change((channel) => doLeave(channel, bob))],
    ['removed', (listened: Listened) => listened.change((channel) => doKick(channel, ann, 'UBOB'))],
  ])('follows nothing there: %s', async (_how, go) => {
    await withListenedChannel(
      workspace,
      async (listened) => {
        const { reply } = begin(listened);
        reply('UBOB');
        await listened.upkeep.run();
        go(listened);
        reply('UANN', 'gone, <@UBOB>?');
        await listened.upkeep.run();
        expect(listened.last('UBOB')).toMatchObject({ entry: null, threads: [], activity: [] });
        expect(listened.channel.sql.exec("SELECT * FROM followers WHERE user_id = 'UBOB'").toArray()).toEqual([]);
        expect(listened.channel.sql.exec("SELECT * FROM notices WHERE user_id = 'UBOB'").toArray()).toEqual([]);
      },
      everyone,
    );
  });

  test('and back before their session heard of it, follows nothing there either', async () => {
    await withListenedChannel(
      workspace,
      async (listened) => {
        const { reply, threadTs } = begin(listened);
        reply('UBOB');
        await listened.upkeep.run();
        listened.change((channel) => {
          doLeave(channel, bob);
          return doJoin(channel, bob);
        });
        await listened.upkeep.run();
        expect(listened.last('UBOB')).toMatchObject({ entry: { has_unread: false }, unfollowed: [threadTs] });
        reply('UBOB', 'here again');
        await listened.upkeep.run();
        expect(listened.last('UBOB')?.threads).toMatchObject([{ thread_ts: threadTs, has_unread: false }]);
      },
      everyone,
    );
  });
});
