import { dayNumber, wallTimeAt, weekdayOf } from '../../../shared/calendar/wall-time.ts';
import { weekdays } from '../../../shared/reminder.ts';

/** How a reminder may come again; from its first time follows on which day. */
export type Repeat = 'never' | 'day' | 'weekday' | 'week' | 'month' | 'year';
export const repeats: readonly Repeat[] = ['never', 'day', 'weekday', 'week', 'month', 'year'];

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/**
 * The words in which `reminders.add` takes a recurrence, whatever the language of the interface: `every Monday at 9:05 am`.
 * They are meant in the person's own zone, which need not be the device's. `at` in seconds since 1970.
 */
export function repeatPhrase(repeat: Exclude<Repeat, 'never'>, at: number, zone: string): string {
  const wall = wallTimeAt(zone, at * 1000);
  // Without am or pm a small hour would be taken for one in the afternoon.
  const minute = String(wall.minute).padStart(2, '0');
  const time = `${wall.hour % 12 || 12}:${minute} ${wall.hour < 12 ? 'am' : 'pm'}`;
  return `every ${dayPhrase()} at ${time}`;

  function dayPhrase(): string {
    switch (repeat) {
      case 'day':
      case 'weekday':
        return repeat;
      case 'week':
        return weekdays[weekdayOf(dayNumber(wall))] ?? 'week';
      case 'month':
        return `month on the ${wall.day}th`;
      case 'year':
        return `${months[wall.month - 1] ?? ''} ${wall.day}`;
    }
  }
}
