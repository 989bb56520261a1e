import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromClockTime, toClockTime, weekDays } from './clock-time.ts';

test('a time is the same there and back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1439 }), (minutes) => {
      expect(fromClockTime(toClockTime(minutes))).toBe(minutes);
    }),
  );
});

test.each(['', '9:00', '24:00', '12:60', 'noon'])('%j is no time', (value) => {
  expect(fromClockTime(value)).toBeNull();
});

test('a week has each day once, by its name', () => {
  const days = weekDays('en-US');
  expect(days.map(({ day }) => day).toSorted()).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(days.find(({ day }) => day === 0)?.name).toBe('Sun');
});
