import { describe, expect, test } from 'vitest';
import { minutesOf, momentOf } from './moments.ts';

// Times of this machine's own zone, as the functions have them.
const wednesday = new Date(2026, 10, 25, 15, 20);
const sunday = new Date(2026, 10, 29, 8, 0);
const monday = new Date(2026, 10, 30, 8, 0);
const at = (...args: [number, number, number, number, number, number]) => new Date(...args).getTime() / 1000;

describe('a status ends', () => {
  test('never, or some time from now', () => {
    expect(momentOf('never', wednesday)).toBe(0);
    expect(momentOf('minutes30', wednesday)).toBe(wednesday.getTime() / 1000 + 1800);
    expect(momentOf('hours4', wednesday)).toBe(wednesday.getTime() / 1000 + 14_400);
  });

  test('with the day', () => {
    expect(momentOf('today', wednesday)).toBe(at(2026, 10, 25, 23, 59, 59));
  });

  test('with the week, which ends on Sunday', () => {
    expect(momentOf('week', wednesday)).toBe(at(2026, 10, 29, 23, 59, 59));
    expect(momentOf('week', sunday)).toBe(at(2026, 10, 29, 23, 59, 59));
  });
});

describe('a pause lasts', () => {
  test('as long as it says', () => {
    expect(minutesOf('hours2', wednesday)).toBe(120);
  });

  test('until nine tomorrow', () => {
    expect(minutesOf('tomorrow', wednesday)).toBe((24 - 15 + 9) * 60 - 20);
  });

  test('until nine on the next Monday, which is never today', () => {
    expect(minutesOf('nextWeek', sunday)).toBe(25 * 60);
    expect(minutesOf('nextWeek', monday)).toBe(7 * 24 * 60 + 60);
    expect(minutesOf('nextWeek', wednesday)).toBe(5 * 24 * 60 - 6 * 60 - 20);
  });
});
