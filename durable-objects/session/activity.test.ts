import { describe, expect, test } from 'vitest';
import type { ActivityItem, ActivityKind } from '../../shared/activity.ts';
import { withKeeper } from '../testing/keeper.ts';
import {
  activityReadUntil,
  activityStanding,
  addActivity,
  listActivity,
  markActivity,
  maxActivity,
  type ActivityLine,
} from './activity.ts';

const item = (n: number, kind: ActivityKind = 'mention'): ActivityItem => ({ id: `i${n}`, kind, at: n });
const items = (from: number, count: number) => Array.from({ length: count }, (_, i) => item(from + i));
const all = { after: null, limit: 1000, kinds: null };
const ids = (listed: { entries: ActivityLine[] }) => listed.entries.map(({ item: { id } }) => id);

test('of reactions to a message there is one line, that of the newest, and they are no number', async () => {
  const reaction = (at: number, user: string): ActivityItem => ({ id: 'C1.5.reaction', kind: 'reaction', at, user });
  const told = [reaction(3, 'U3'), reaction(1, 'U1'), reaction(3, 'U2'), reaction(2, 'U1')];
  for (const order of [told, told.toReversed()]) {
    await withKeeper((keeper) => {
      for (const line of order) addActivity(keeper, [line]);
      expect(listActivity(keeper.sql, all).entries).toEqual([{ item: reaction(3, 'U3'), isRead: false }]);
      expect(activityStanding(keeper.sql)).toEqual({ unread: 0, has_new: true });
      markActivity(keeper, 3);
      expect(activityStanding(keeper.sql)).toEqual({ unread: 0, has_new: false });
      expect(addActivity(keeper, order)).toEqual([]);
      expect(addActivity(keeper, [reaction(4, 'U1')])).toHaveLength(1);
      expect(activityStanding(keeper.sql)).toEqual({ unread: 0, has_new: true });
    });
  }
});

test('the newest lines are kept; one that is too old is not even told', async () => {
  await withKeeper((keeper) => {
    addActivity(keeper, items(1000, maxActivity));
    keeper.takePushed();
    addActivity(keeper, [item(1), item(5000)]);
    expect(keeper.takePushed()).toEqual([{ type: 'activity', item: item(5000), unread: maxActivity, has_new: true }]);
    const kept = listActivity(keeper.sql, all).entries.map((line) => line.item);
    expect(kept).toHaveLength(maxActivity);
    expect(kept[0]).toEqual(item(5000));
    expect(kept.at(-1)).toEqual(item(1001));
  });
});

describe('looking at it', () => {
  test('counts up to the line that was seen, and never backwards', async () => {
    await withKeeper((keeper) => {
      addActivity(keeper, items(1, 10));
      keeper.takePushed();
      markActivity(keeper, 7);
      markActivity(keeper, 3);
      markActivity(keeper, 7);
      expect(activityReadUntil(keeper.sql)).toBe(7);
      expect(keeper.takePushed()).toEqual([{ type: 'activity', unread: 3, has_new: true }]);
    });
  });

  test('from a device whose clock is years ahead marks nothing that is to come', async () => {
    await withKeeper((keeper) => {
      addActivity(keeper, items(1, 10));
      markActivity(keeper, 9_999_999_999_999);
      expect(activityStanding(keeper.sql).unread).toBe(0);
      addActivity(keeper, [item(11)]);
      expect(activityStanding(keeper.sql).unread).toBe(1);
    });
  });
});

describe('lists', () => {
  test('go page by page, also through lines of one moment', async () => {
    await withKeeper((keeper) => {
      addActivity(
        keeper,
        items(1, 10).map((line) => ({ ...line, at: 5 })),
      );
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const listed: ReturnType<typeof listActivity> = listActivity(keeper.sql, { after, limit: 3, kinds: null });
        seen.push(...ids(listed));
        after = listed.next;
      } while (after !== null);
      expect(seen).toEqual(['i10', 'i9', 'i8', 'i7', 'i6', 'i5', 'i4', 'i3', 'i2', 'i1']);
    });
  });

  test('can be of some kinds only', async () => {
    await withKeeper((keeper) => {
      addActivity(keeper, [item(1, 'mention'), item(2, 'reaction'), item(3, 'reply')]);
      expect(ids(listActivity(keeper.sql, { ...all, kinds: ['reply', 'mention'] }))).toEqual(['i3', 'i1']);
      expect(ids(listActivity(keeper.sql, { ...all, kinds: [] }))).toEqual([]);
    });
  });

  test('a place that nobody gave out is a place where nothing is', async () => {
    await withKeeper((keeper) => {
      addActivity(keeper, items(1, 3));
      expect(listActivity(keeper.sql, { ...all, after: 'x' })).toEqual({ entries: [], next: null });
    });
  });
});
