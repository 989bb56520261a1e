import { expect, test } from 'vitest';
import { microsToTs } from '../../../shared/timestamps.ts';
import { formatAgo, formatDay } from './time.ts';

const now = new Date(2026, 10, 24, 0, 30);
const ts = (year: number, month: number, day: number, hour = 12) =>
  microsToTs(new Date(year, month, day, hour).getTime() * 1000);

test('a day is told by midnights and not by hours', () => {
  expect(formatDay(ts(2026, 10, 24, 0), now)).toBe('Today');
  expect(formatDay(ts(2026, 10, 23, 23), now)).toBe('Yesterday');
  expect(formatDay(ts(2026, 10, 22), now)).not.toMatch(/day ago/);
});

test('the year is told when it is another one', () => {
  expect(formatDay(ts(2026, 2, 3), now)).not.toContain('2026');
  expect(formatDay(ts(2016, 2, 3), now)).toContain('2016');
});

test('how long ago is told in the largest unit', () => {
  expect(formatAgo(ts(2026, 10, 20), now)).toBe('4 days ago');
  expect(formatAgo(ts(2026, 8, 24), now)).toBe('2 months ago');
  expect(formatAgo(ts(2016, 10, 24), now)).toBe('10 years ago');
});
