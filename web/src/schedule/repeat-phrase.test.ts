import { expect, test } from 'vitest';
import { repeatPhrase } from './repeat-phrase.ts';

const at = Date.parse('2026-11-24T03:05:00Z') / 1000;

test.each([
  ['day', 'UTC', 'every day at 3:05 am'],
  ['weekday', 'UTC', 'every weekday at 3:05 am'],
  ['week', 'UTC', 'every tuesday at 3:05 am'],
  ['week', 'America/Chicago', 'every monday at 9:05 pm'],
  ['month', 'UTC', 'every month on the 24th at 3:05 am'],
  ['day', 'America/New_York', 'every day at 10:05 pm'],
  ['year', 'Asia/Tokyo', 'every November 24 at 12:05 pm'],
] as const)('every %s in %s is said as %j', (repeat, zone, phrase) => {
  expect(repeatPhrase(repeat, at, zone)).toBe(phrase);
});
