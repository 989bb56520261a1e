import { nextTime, type Recurrence } from '../../../shared/calendar/recurrence.ts';
import { dayNumber, wallTimeAt, weekdayOf } from '../../../shared/calendar/wall-time.ts';
import { weekdays, type WireRecurrence } from '../../../shared/reminder.ts';
import type { When } from './parse-time.ts';

type Asked = Pick<WireRecurrence, 'frequency' | 'weekdays'>;

/** A first time and Slack's `recurrence`: it comes at the time of day of the first, on the days that are named, or on its. */
export function withRecurrence(at: number, { frequency, weekdays: named }: Asked, zone: string): When {
  const { hour, minute, ...day } = wallTimeAt(zone, at);
  const since = dayNumber(day);
  const common = { interval: 1, since, hour, minute };
  const days = named?.map((name) => weekdays.indexOf(name)) ?? [weekdayOf(since)];
  const recurrence = toRecurrence();
  // What is said to the second begins with its minute.
  return { at: nextTime(recurrence, zone, at - (at % 60_000) - 1), recurrence };

  function toRecurrence(): Recurrence {
    if (frequency === 'daily') return { frequency, ...common };
    if (frequency === 'weekly') return { frequency, ...common, weekdays: [...new Set(days)].toSorted((a, b) => a - b) };
    if (frequency === 'monthly') return { frequency, ...common, day: day.day };
    return { frequency, ...common, month: day.month, day: day.day };
  }
}
