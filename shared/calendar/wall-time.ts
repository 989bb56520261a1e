import { BoundedMap } from '../bounded-map.ts';

/**
 * What a calendar and a clock on the wall of some place show. Months from 1 to 12. The arithmetic of days is that of UTC,
 * where each has 24 hours; only `instantOf` and `wallTimeAt` know of zones.
 */
export type CalendarDay = { year: number; month: number; day: number };
export type WallTime = CalendarDay & { hour: number; minute: number };

export const dayMilliseconds = 86_400_000;

/** What the clock shows in the zone at that instant (milliseconds since 1970). A zone that nobody knows is taken for UTC. */
export function wallTimeAt(zone: string, instant: number): WallTime {
  const wall = new Date(instant + offsetAt(zone, instant));
  return { ...toDay(wall.getTime()), hour: wall.getUTCHours(), minute: wall.getUTCMinutes() };
}

/**
 * When the clock shows that, in milliseconds since 1970. A time that comes twice, when clocks go back, is the first of the
 * two; one that does not come, when they go forward, is as much later as was left out: 2:30 becomes 3:30. (RFC 5545 and
 * Temporal decide likewise.)
 */
export function instantOf(zone: string, { hour, minute, ...day }: WallTime): number {
  const wall = dayNumber(day) * dayMilliseconds + (hour * 60 + minute) * 60_000;
  // Whatever happens to the offset that day, it is one of those of the day before and the day after.
  const before = wall - offsetAt(zone, wall - dayMilliseconds);
  const after = wall - offsetAt(zone, wall + dayMilliseconds);
  const shown = [before, after].filter((instant) => instant + offsetAt(zone, instant) === wall);
  return shown.length > 0 ? Math.min(...shown) : before;
}

/** Days since 1970-01-01. Days of the month that do not exist run on into the next month. */
export function dayNumber({ year, month, day }: CalendarDay): number {
  return Date.UTC(year, month - 1, day) / dayMilliseconds;
}

export function dayOf(number: number): CalendarDay {
  return toDay(number * dayMilliseconds);
}

/** 0 is Sunday. */
export function weekdayOf(number: number): number {
  // 1970 began on a Thursday.
  return (((number + 4) % 7) + 7) % 7;
}

export function daysInMonth({ year, month }: { year: number; month: number }): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function toDay(utc: number): CalendarDay {
  const date = new Date(utc);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** Making a formatter costs far more than using it; there are some four hundred zones. */
const formatters = new BoundedMap<string, Intl.DateTimeFormat>(500);

/** Milliseconds by which the zone's clock is ahead of UTC at that instant. */
export function offsetAt(zone: string, instant: number): number {
  const formatter = formatters.get(zone) ?? addFormatter(zone);
  const shown = new Map(formatter.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const field = (type: Intl.DateTimeFormatPartTypes) => shown.get(type) ?? 0;
  const wall = Date.UTC(
    field('year'),
    field('month') - 1,
    field('day'),
    field('hour'),
    field('minute'),
    field('second'),
  );
  return wall - Math.floor(instant / 1000) * 1000;
}

function addFormatter(zone: string): Intl.DateTimeFormat {
  const formatter = makeFormatter(zone);
  formatters.set(zone, formatter);
  return formatter;
}

function makeFormatter(timeZone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    return makeFormatter('UTC');
  }
}
