import { expect, test } from 'vitest';
import { pauseLength } from './pause-length.ts';

const now = new Date(2026, 10, 24, 16, 30);

test.each([
  ['', 30],
  ['30 minutes', 30],
  ['for 2 hours', 120],
  ['an hour', 60],
  ['1d', 1440],
  ['until 17:00', 30],
  ['until 5pm', 30],
  ['until 9', 16.5 * 60],
  ['tomorrow', 16.5 * 60],
  ['until 12 am', 7.5 * 60],
])('%j is %d minutes', (said, minutes) => {
  expect(pauseLength(said, now)).toEqual({ minutes });
});

test('can be ended', () => {
  expect(pauseLength('off', now)).toBe('off');
});

test.each(['0 minutes', 'for ever', '25:00', 'until 9:75', 'lunch'])('%j says no time', (said) => {
  expect(pauseLength(said, now)).toBeNull();
});
