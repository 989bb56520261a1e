import { z } from 'zod';
import { dayNumber, dayOf, daysInMonth, instantOf, wallTimeAt, weekdayOf, type CalendarDay } from './wall-time.ts';

const time = { hour: z.number().int().min(0).max(23), minute: z.number().int().min(0).max(59) };
const common = {
  ...time,
  /** Every so many days, weeks, months or years, counted from `since`. */
  interval: z.number().int().min(1).max(52),
  /** The day of the first time, in days since 1970-01-01. */
  since: z.number().int(),
};
const dayOfMonth = z.number().int().min(1).max(31);

/** A time that comes again and again, as a clock on the wall shows it; whose wall is said when it is asked for. */
export const Recurrence = z.discriminatedUnion('frequency', [
  z.object({ frequency: z.literal('daily'), ...common }),
  /** 0 is Sunday. */
  z.object({ frequency: z.literal('weekly'), ...common, weekdays: z.array(z.number().int().min(0).max(6)).min(1) }),
  /** In a month that is shorter: its last day. */
  z.object({ frequency: z.literal('monthly'), ...common, day: dayOfMonth }),
  z.object({ frequency: z.literal('yearly'), ...common, month: z.number().int().min(1).max(12), day: dayOfMonth }),
]);
export type Recurrence = z.infer<typeof Recurrence>;

/**
 * The first time after `after`, both in milliseconds since 1970. It is found from the schedule alone, never from the time
 * before, so it does not drift, and after a long sleep it is the next one and not one of those that were missed.
 */
export function nextTime(recurrence: Recurrence, zone: string, after: number): number {
  const { hour, minute } = recurrence;
  // From the day before: in that zone yesterday's time may still be to come, should clocks have gone forward over midnight.
  const first = Math.max(recurrence.since, dayNumber(wallTimeAt(zone, after)) - 1);
  for (let number = first; ; number += 1) {
    if (!comesOn(recurrence, number)) continue;
    const instant = instantOf(zone, { ...dayOf(number), hour, minute });
    if (instant > after) return instant;
  }
}

/** Whether the day is one of its days. */
export function comesOn(recurrence: Recurrence, number: number): boolean {
  const { since, interval } = recurrence;
  const day = dayOf(number);
  const first = dayOf(since);
  switch (recurrence.frequency) {
    case 'daily':
      return (number - since) % interval === 0;
    case 'weekly':
      return recurrence.weekdays.includes(weekdayOf(number)) && (weekOf(number) - weekOf(since)) % interval === 0;
    case 'monthly':
      return isDay(day, recurrence.day) && (monthOf(day) - monthOf(first)) % interval === 0;
    case 'yearly':
      return day.month === recurrence.month && isDay(day, recurrence.day) && (day.year - first.year) % interval === 0;
  }
}

function isDay(day: CalendarDay, wanted: number): boolean {
  return day.day === Math.min(wanted, daysInMonth(day));
}

/** Weeks begin on Monday: "every two weeks on Monday and Sunday" means two days of the same week. */
function weekOf(number: number): number {
  return Math.floor((number + 3) / 7);
}

function monthOf({ year, month }: CalendarDay): number {
  return year * 12 + month;
}
