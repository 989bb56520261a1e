import { expect, test } from 'vitest';
import type { Reminder } from '../../../client/api/personal-answers.ts';
import type { WireRecurrence } from '../../../shared/reminder.ts';
import { whenOf } from './when-of.ts';

const reminder: Reminder = {
  id: 'Rm1',
  creator: 'U1',
  user: 'U1',
  text: 'stand up',
  recurring: true,
  time: 1_800_000_000,
};
const at = { hour: 9, minute: 0 };

test.each<[WireRecurrence, string]>([
  [{ frequency: 'daily', interval: 1, ...at }, 'every day at 9:00 AM'],
  [{ frequency: 'daily', interval: 3, ...at }, 'every 3 days at 9:00 AM'],
  [
    { frequency: 'weekly', interval: 1, weekdays: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'], ...at },
    'every weekday at 9:00 AM',
  ],
  [{ frequency: 'weekly', interval: 1, weekdays: ['monday', 'sunday'], ...at }, 'every Monday and Sunday at 9:00 AM'],
  [{ frequency: 'weekly', interval: 2, weekdays: ['friday'], ...at }, 'every 2 weeks on Friday at 9:00 AM'],
  [{ frequency: 'monthly', interval: 1, day: 31, ...at }, 'every month on day 31 at 9:00 AM'],
  [{ frequency: 'yearly', interval: 1, month: 2, day: 29, ...at }, 'every year on February 29 at 9:00 AM'],
])('%j is %s', (recurrence, said) => {
  expect(whenOf({ ...reminder, recurrence }).replaceAll('\u202f', ' ')).toBe(said);
});
