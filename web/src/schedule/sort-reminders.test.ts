import { expect, test } from 'vitest';
import { sortReminders } from './sort-reminders.ts';

test('what is due comes first, the earliest of it, and what is done last, the latest of it first', () => {
  const reminder = (id: string, time: number, done = 0) => ({
    id,
    creator: 'U1',
    user: 'U1',
    text: id,
    recurring: false,
    time,
    complete_ts: done,
  });
  const sorted = sortReminders([reminder('c', 1, 5), reminder('b', 9), reminder('d', 2, 9), reminder('a', 3)]);
  expect(sorted.map(({ id }) => id)).toEqual(['a', 'b', 'd', 'c']);
});
