import { expect, test } from 'vitest';
import { inParallel } from './in-parallel.ts';

test('results are in the order of the items, and never more than the limit are under way', async () => {
  let underWay = 0;
  let most = 0;
  const ends: (() => void)[] = [];
  const items = Array.from({ length: 20 }, (_, i) => i);
  const all = inParallel(items, 3, async (item) => {
    underWay += 1;
    most = Math.max(most, underWay);
    await new Promise<void>((end) => ends.push(end));
    underWay -= 1;
    return item * 2;
  });
  // The last that began ends first.
  for (let ended = 0; ended < items.length; ended += 1) {
    while (ends.length === 0) await Promise.resolve();
    ends.pop()?.();
  }
  expect(await all).toEqual(items.map((item) => item * 2));
  expect(most).toBe(3);
});

test('a failure rejects when those under way have ended, and begins no more', async () => {
  const begun: number[] = [];
  let end = () => {};
  const all = inParallel([1, 2, 3, 4], 2, async (item) => {
    begun.push(item);
    if (item === 2) throw new Error('two');
    await new Promise<void>((resolve) => {
      end = resolve;
    });
  });
  let isSettled = false;
  const settled = all.catch(() => {}).finally(() => (isSettled = true));
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  expect(isSettled).toBe(false);
  end();
  await settled;
  await expect(all).rejects.toThrow('two');
  expect(begun).toEqual([1, 2]);
});

test('nothing to do is done', async () => {
  expect(await inParallel([], 5, async () => 1)).toEqual([]);
});
