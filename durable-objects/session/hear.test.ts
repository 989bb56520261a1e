import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ActivityItem } from '../../shared/activity.ts';
import type { FollowedThread } from '../../shared/followed-thread.ts';
import type { NoticeFrame } from '../../shared/protocol/session-socket.ts';
import { withKeeper, type TestKeeper } from '../testing/keeper.ts';
import { newsOf, sidebarChannel } from '../testing/sidebar-channel.ts';
import { activityStanding, listActivity, markActivity } from './activity.ts';
import { writeDraft, draftsJson } from './drafts.ts';
import { hear } from './hear.ts';
import { listChannels } from './sidebar.ts';
import { listThreads, listUnreadThreads } from './threads.ts';

const thread = (channel: string, root: string, changes: Partial<FollowedThread> = {}): FollowedThread => ({
  channel,
  thread_ts: root,
  last_read: root,
  has_unread: true,
  mention_count: 0,
  latest_reply: '1700000100.000000',
  ...changes,
});

const mention = (channel: string, ts: string): ActivityItem => ({
  id: `${channel}.${ts}.mention`,
  kind: 'mention',
  channel,
  ts,
  user: 'U9',
  at: Number(ts) * 1000,
});

const notice: NoticeFrame = { type: 'notice', channel: 'C01', ts: '1700000001.000000', text: 'hi', kind: 'mention' };
const root = '1700000000.000000';
const page = { after: null, limit: 100 };
const everything = { ...page, kinds: null };
const linesOf = (keeper: TestKeeper) => listActivity(keeper.sql, everything).entries.map(({ item }) => item);
const types = (keeper: TestKeeper) => keeper.takePushed().map(({ type }) => type);

describe('how a channel looks', () => {
  test('the newest word counts, and devices hear of what changes, once', async () => {
    await withKeeper((keeper) => {
      hear(keeper, newsOf('C01', 5, { entry: sidebarChannel('C01', { name: 'new' }) }));
      hear(keeper, newsOf('C01', 5, { entry: sidebarChannel('C01', { name: 'new' }) }));
      hear(keeper, newsOf('C01', 3, { entry: sidebarChannel('C01', { name: 'old' }) }));
      hear(keeper, newsOf('C01', 4, { entry: null }));
      expect(keeper.takePushed()).toEqual([{ type: 'channel', channel: sidebarChannel('C01', { name: 'new' }) }]);
      expect(listChannels(keeper.sql)).toEqual([sidebarChannel('C01', { name: 'new' })]);
    });
  });

  test('a word of the same moment replaces the one before: reading appends nothing to the log', async () => {
    await withKeeper((keeper) => {
      hear(keeper, newsOf('C01', 5, { entry: sidebarChannel('C01', { has_unread: true }) }));
      hear(keeper, newsOf('C01', 5));
      expect(listChannels(keeper.sql)).toEqual([sidebarChannel('C01')]);
    });
  });

  test('notices go to the devices and are kept nowhere', async () => {
    await withKeeper((keeper) => {
      hear(keeper, newsOf('C01', 1, { activity: [mention('C01', notice.ts)], notices: [notice] }));
      expect(keeper.takePushed()).toContainEqual(notice);
    });
  });

  test('a notice that is told again is not shown again', async () => {
    await withKeeper((keeper) => {
      const told = { activity: [mention('C01', notice.ts)], notices: [notice] };
      const direct: NoticeFrame = { ...notice, channel: 'D01', kind: 'direct' };
      const entry = sidebarChannel('D01', { kind: 'im', latest: direct.ts });
      for (const seq of [1, 2]) {
        hear(keeper, newsOf('C01', seq, told));
        hear(keeper, newsOf('D01', seq, { entry, notices: [direct] }));
      }
      expect(keeper.takePushed().filter(({ type }) => type === 'notice')).toEqual([notice, direct]);
      const next = { ...direct, ts: '1700000002.000000' };
      hear(keeper, newsOf('D01', 3, { entry: { ...entry, latest: next.ts }, notices: [next] }));
      expect(keeper.takePushed()).toContainEqual(next);
    });
  });
});

describe('threads', () => {
  test('each has the newest word about it, whatever the order in which words arrive', async () => {
    await withKeeper((keeper) => {
      hear(keeper, newsOf('C01', 7, { threads: [thread('C01', root, { mention_count: 2 })] }));
      hear(keeper, newsOf('C01', 6, { threads: [thread('C01', root, { mention_count: 1 })] }));
      hear(keeper, newsOf('C01', 5, { unfollowed: [root] }));
      expect(listUnreadThreads(keeper.sql)).toEqual([thread('C01', root, { mention_count: 2 })]);
      expect(types(keeper)).toEqual(['channel', 'thread']);
    });
  });

  test('one that is not followed any more does not come back with an older word', async () => {
    await withKeeper((keeper) => {
      hear(keeper, newsOf('C01', 5, { threads: [thread('C01', root)] }));
      hear(keeper, newsOf('C01', 7, { unfollowed: [root] }));
      hear(keeper, newsOf('C01', 6, { threads: [thread('C01', root)] }));
      expect(listThreads(keeper.sql, page).entries).toEqual([]);
      expect(types(keeper)).toEqual(['channel', 'thread', 'thread_gone']);
    });
  });

  test('that one is not followed is no news for devices that never knew it', async () => {
    await withKeeper((keeper) => {
      hear(keeper, newsOf('C01', 5, { unfollowed: [root] }));
      expect(types(keeper)).toEqual(['channel']);
    });
  });

  test('are listed page by page: unread first, then by the newest reply', async () => {
    await withKeeper((keeper) => {
      const threads = Array.from({ length: 25 }, (_, i) =>
        thread('C01', `170000000${i % 10}.00000${Math.floor(i / 10)}`, {
          has_unread: i % 3 === 0,
          latest_reply: `170000${1000 + ((i * 7) % 11)}.000000`,
        }),
      );
      hear(keeper, newsOf('C01', 1, { threads }));
      const listed: FollowedThread[] = [];
      let after: string | null = null;
      do {
        const { entries, next }: ReturnType<typeof listThreads> = listThreads(keeper.sql, { after, limit: 4 });
        listed.push(...entries);
        after = next;
      } while (after !== null);
      expect(listed).toHaveLength(25);
      expect(new Set(listed.map(({ thread_ts }) => thread_ts)).size).toBe(25);
      const order = listed.map((entry) => `${entry.has_unread ? 1 : 0} ${entry.latest_reply}`);
      expect(order).toEqual(order.toSorted().toReversed());
    });
  });
});

describe('activity', () => {
  test('the same line told twice is kept and pushed once', async () => {
    await withKeeper((keeper) => {
      const items = [mention('C01', '1700000001.000000'), mention('C01', '1700000002.000000')];
      hear(keeper, newsOf('C01', 2, { activity: items }));
      hear(keeper, newsOf('C01', 2, { activity: items }));
      hear(keeper, newsOf('C01', 1, { activity: items }));
      expect(linesOf(keeper)).toEqual(items.toReversed());
      expect(keeper.takePushed().filter(({ type }) => type === 'activity')).toEqual(
        items.map((item) => ({ type: 'activity', item, unread: 2, has_new: true })),
      );
    });
  });
});

describe('what was read where it stands', () => {
  const ts = '1700000005.000000';
  const entry = (lastRead: string) => sidebarChannel('C01', { last_read: lastRead });
  const reply: ActivityItem = { ...mention('C01', ts), thread_ts: root };
  const standing = (keeper: TestKeeper) => activityStanding(keeper.sql);
  const [unread, read] = [
    { unread: 1, has_new: true },
    { unread: 0, has_new: false },
  ];

  test('counts no more, as soon as the channel says how far it was read, and does again when that goes back', async () => {
    await withKeeper((keeper) => {
      hear(keeper, newsOf('C01', 1, { entry: entry(root), activity: [mention('C01', ts)] }));
      expect(standing(keeper)).toEqual(unread);
      keeper.takePushed();
      hear(keeper, newsOf('C01', 1, { entry: entry(ts) }));
      expect(keeper.takePushed()).toEqual([
        { type: 'channel', channel: entry(ts) },
        { type: 'activity', ...read },
      ]);
      expect(listActivity(keeper.sql, everything).entries).toEqual([{ item: mention('C01', ts), isRead: true }]);
      hear(keeper, newsOf('C01', 1, { entry: entry(root) }));
      expect(standing(keeper)).toEqual(unread);
    });
  });

  test('is so also when its line comes late', async () => {
    await withKeeper((keeper) => {
      hear(keeper, newsOf('C01', 2, { entry: entry(ts) }));
      hear(keeper, newsOf('C01', 1, { entry: entry(root), activity: [mention('C01', ts)] }));
      expect(standing(keeper)).toEqual(read);
    });
  });

  test('in a thread is what its own cursor has passed, and stays so when it is followed no more', async () => {
    await withKeeper((keeper) => {
      hear(keeper, newsOf('C01', 1, { entry: entry(ts), threads: [thread('C01', root)], activity: [reply] }));
      expect(standing(keeper)).toEqual(unread);
      hear(keeper, newsOf('C01', 2, { entry: entry(ts), threads: [thread('C01', root, { last_read: ts })] }));
      expect(standing(keeper)).toEqual(read);
      hear(keeper, newsOf('C01', 3, { entry: entry(ts), unfollowed: [root] }));
      expect(standing(keeper)).toEqual(read);
    });
  });

  test('may be a reply that the channel shows too', async () => {
    await withKeeper((keeper) => {
      hear(keeper, newsOf('C01', 1, { entry: entry(ts), activity: [{ ...reply, in_channel: true }] }));
      expect(standing(keeper)).toEqual(read);
    });
  });

  test('is never a reaction or a reminder: their messages were read long before', async () => {
    await withKeeper((keeper) => {
      const kinds = ['reaction', 'reminder'] as const;
      const activity = kinds.map((kind) => ({ ...mention('C01', ts), kind, id: kind }));
      hear(keeper, newsOf('C01', 1, { entry: entry(ts), activity }));
      expect(standing(keeper)).toEqual(unread);
      markActivity(keeper, activity[0]?.at ?? 0);
      expect(standing(keeper)).toEqual(read);
    });
  });
});

describe('what calls whoever is there', () => {
  const ts = '1700000001.000000';
  const line: ActivityItem = { ...mention('C01', ts), id: `C01.${ts}.everybody`, kind: 'everybody' };
  const call = { here: [ts], activity: [line], notices: [{ ...notice, ts, kind: 'everybody' as const }] };
  const counts = (keeper: TestKeeper) => listChannels(keeper.sql).map(({ mention_count: count }) => count);

  test.each([
    ['who is, with what calls them besides', true, [3], [line]],
    ['nobody who is not', false, [2], []],
  ])('calls %s; what it is stays so, however the person comes and goes', async (_whom, isThere, count, lines) => {
    await withKeeper((keeper) => {
      keeper.isThere = isThere;
      const entry = sidebarChannel('C01', { mention_count: 2, has_unread: true });
      hear(keeper, newsOf('C01', 2, { ...call, entry }));
      expect(keeper.takePushed().filter(({ type }) => type === 'notice')).toEqual(isThere ? call.notices : []);
      for (const seq of [2, 1, 3]) {
        keeper.isThere = !keeper.isThere;
        hear(keeper, newsOf('C01', seq, { ...call, entry }));
        expect(counts(keeper)).toEqual(count);
        expect(linesOf(keeper)).toEqual(lines);
      }
      expect(keeper.takePushed().filter(({ type }) => type !== 'channel')).toEqual([]);
      hear(keeper, newsOf('C01', 4));
      expect(counts(keeper)).toEqual([0]);
    });
  });

  test('is decided for each message by itself, and anew after the person has left', async () => {
    await withKeeper((keeper) => {
      keeper.isThere = true;
      hear(keeper, newsOf('C01', 1, call));
      keeper.isThere = false;
      hear(keeper, newsOf('C01', 2, { here: ['1700000002.000000', ts] }));
      expect(counts(keeper)).toEqual([1]);
      hear(keeper, newsOf('C01', 3, { entry: null }));
      hear(keeper, newsOf('C01', 4, { here: [ts] }));
      expect(counts(keeper)).toEqual([0]);
    });
  });

  test('calls everybody once it says so', async () => {
    await withKeeper((keeper) => {
      hear(keeper, newsOf('C01', 1, call));
      hear(keeper, newsOf('C01', 2, { activity: [line] }));
      expect(linesOf(keeper)).toEqual([line]);
    });
  });
});

describe('what calls the person no more', () => {
  const [gone, stays] = [mention('C01', '1700000001.000000'), mention('C01', '1700000002.000000')];

  test('is no line any more, and is not counted; an older word that comes late does not bring it back', async () => {
    await withKeeper((keeper) => {
      hear(keeper, newsOf('C01', 2, { activity: [gone, stays] }));
      keeper.takePushed();
      hear(keeper, newsOf('C01', 4, { uncalled: [gone.id] }));
      expect(keeper.takePushed()).toEqual([{ type: 'activity', unread: 1, has_new: true }]);
      hear(keeper, newsOf('C01', 3, { activity: [gone], notices: [notice] }));
      hear(keeper, newsOf('C01', 4, { activity: [gone], uncalled: [gone.id], notices: [notice] }));
      expect(linesOf(keeper)).toEqual([stays]);
      expect(keeper.takePushed()).toEqual([]);
    });
  });

  test('is said by the shorter of two lists of the same moment, whichever comes last: a group may have called them again', async () => {
    for (const words of [
      [newsOf('C01', 4, { activity: [gone] }), newsOf('C01', 4, { uncalled: [gone.id] })],
      [newsOf('C01', 4, { uncalled: [gone.id] }), newsOf('C01', 4, { activity: [gone] })],
    ]) {
      await withKeeper((keeper) => {
        for (const word of words) hear(keeper, word);
        expect(linesOf(keeper)).toEqual([gone]);
      });
    }
  });

  test('is a line again when it does once more', async () => {
    await withKeeper((keeper) => {
      hear(keeper, newsOf('C01', 4, { uncalled: [gone.id] }));
      hear(keeper, newsOf('C01', 5, { activity: [gone] }));
      expect(activityStanding(keeper.sql).unread).toBe(1);
    });
  });
});

describe('leaving', () => {
  test('takes threads along, and what happened in a private channel; drafts stay', async () => {
    await withKeeper((keeper) => {
      const secret = sidebarChannel('C01', { kind: 'private' });
      const activity = [mention('C01', '1700000001.000000')];
      hear(keeper, newsOf('C01', 1, { entry: secret, threads: [thread('C01', root)], activity }));
      hear(
        keeper,
        newsOf('C02', 1, { threads: [thread('C02', root)], activity: [mention('C02', '1700000002.000000')] }),
      );
      writeDraft(keeper, { session: 'phone', socket: null }, { channel: 'C01', text: 'still mine', updated: 1 });
      keeper.takePushed();
      hear(keeper, newsOf('C01', 2, { entry: null }));
      expect(keeper.takePushed()).toEqual([
        { type: 'channel_gone', channel: 'C01' },
        { type: 'thread_gone', channel: 'C01', thread_ts: root },
        { type: 'activity', unread: 1, has_new: true },
      ]);
      expect(listThreads(keeper.sql, page).entries).toEqual([thread('C02', root)]);
      expect(linesOf(keeper)).toEqual([mention('C02', '1700000002.000000')]);
      expect(JSON.parse(draftsJson(keeper.sql))).toEqual([{ channel: 'C01', text: 'still mine', updated: 1 }]);
    });
  });

  test('a public channel leaves its activity behind, which may still be read, and counts no more', async () => {
    await withKeeper((keeper) => {
      hear(keeper, newsOf('C01', 1, { activity: [mention('C01', '1700000001.000000')] }));
      hear(keeper, newsOf('C01', 2, { entry: null }));
      expect(linesOf(keeper)).toHaveLength(1);
      expect(activityStanding(keeper.sql).unread).toBe(0);
    });
  });

  test('what was said before it comes to nothing, also when the person is back', async () => {
    await withKeeper((keeper) => {
      const secret = sidebarChannel('C01', { kind: 'private' });
      const late = { entry: secret, threads: [thread('C01', root)], activity: [mention('C01', '1700000001.000000')] };
      hear(keeper, newsOf('C01', 5, { entry: null }));
      hear(keeper, newsOf('C01', 3, { ...late, notices: [notice] }));
      hear(keeper, newsOf('C01', 9, { entry: secret }));
      hear(keeper, newsOf('C01', 4, { ...late, notices: [notice] }));
      expect(listThreads(keeper.sql, page).entries).toEqual([]);
      expect(activityStanding(keeper.sql).unread).toBe(0);
      expect(types(keeper)).toEqual(['channel']);
    });
  });
});

/** What a channel says as time goes by: each word about the channel, some of three threads, and one mention. */
const story = fc.array(
  fc.record({
    name: fc.constantFrom('a', 'b', 'c'),
    threads: fc.uniqueArray(fc.record({ root: fc.integer({ min: 0, max: 2 }), isFollowed: fc.boolean() }), {
      selector: ({ root: id }) => id,
    }),
    isMentioned: fc.boolean(),
    isUncalled: fc.boolean(),
  }),
  { minLength: 1, maxLength: 8 },
);
const roots = ['1700000000.000000', '1700000001.000000', '1700000002.000000'];

test('in whatever order words arrive, and however often, what is known in the end is the same', async () => {
  await fc.assert(
    fc.asyncProperty(story, fc.array(fc.nat(), { maxLength: 30 }), async (words, again) => {
      const ts = (i: number) => `${1_700_000_000 + i}.000000`;
      const uncalled = (i: number) =>
        words.slice(0, i).flatMap(({ isUncalled }, at) => (isUncalled ? mention('C01', ts(at)).id : []));
      const news = words.map(({ name, threads, isMentioned }, i) =>
        newsOf('C01', i + 1, {
          entry: sidebarChannel('C01', { name, last_read: ts(i - 1) }),
          threads: threads
            .filter(({ isFollowed }) => isFollowed)
            .map(({ root: id }) => thread('C01', roots[id] ?? root, { mention_count: i })),
          unfollowed: threads.filter(({ isFollowed }) => !isFollowed).map(({ root: id }) => roots[id] ?? root),
          activity: isMentioned ? [mention('C01', ts(i))] : [],
          uncalled: uncalled(i),
        }),
      );
      const order = [...again.map((n) => n % news.length), ...[...news.keys()].toReversed()];
      const known = async (indexes: Iterable<number>) => {
        const states: unknown[] = [];
        await withKeeper((keeper) => {
          for (const index of indexes) hear(keeper, news[index] ?? newsOf('C01', 0));
          const byRoot = listUnreadThreads(keeper.sql).toSorted((a, b) => Number(a.thread_ts) - Number(b.thread_ts));
          states.push(listChannels(keeper.sql), byRoot, listActivity(keeper.sql, everything).entries);
        });
        return states;
      };
      expect(await known(order)).toEqual(await known(news.keys()));
    }),
    { numRuns: 40 },
  );
}, 60_000);
