import { expect, test } from 'vitest';
import { isDeeperThan } from './json-depth.ts';

const nested = (levels: number): unknown => (levels === 0 ? 'leaf' : [{ other: [] }, nested(levels - 1)]);

test('the value itself is the first level, and what is neither object nor array is none', () => {
  expect(isDeeperThan('leaf', 0)).toBe(false);
  expect(isDeeperThan(null, 0)).toBe(false);
  expect(isDeeperThan([], 0)).toBe(true);
  expect(isDeeperThan({ a: 1 }, 1)).toBe(false);
  expect(isDeeperThan({ a: [] }, 1)).toBe(true);
});

test('the deepest branch counts', () => {
  expect(isDeeperThan(nested(64), 66)).toBe(false);
  expect(isDeeperThan(nested(65), 65)).toBe(true);
});

test('a value that is nested a hundred thousand deep is judged all the same', () => {
  let value: unknown[] = [];
  for (let level = 0; level < 100_000; level += 1) value = [value];
  expect(isDeeperThan(value, 64)).toBe(true);
  expect(isDeeperThan(value, 1_000_000)).toBe(false);
});
