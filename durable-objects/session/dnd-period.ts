import { dayNumber, dayOf, instantOf, wallTimeAt, weekdayOf } from '../../shared/calendar/wall-time.ts';
import type { DndSchedule } from '../../shared/presence.ts';

/** When a schedule keeps notifications away; seconds since 1970. */
type Period = { start: number; end: number };

/**
 * The period that is under way at `now`, or else the next one; null when none will come. The schedule is of clocks on the
 * wall of the zone, so when they change a period is longer or shorter. `ended`: periods up to here were ended by hand.
 */
export function dndPeriod(schedule: DndSchedule, zone: string, now: number, ended = 0): Period | null {
  if (!schedule.is_enabled) return null;
  const today = dayNumber(wallTimeAt(zone, now * 1000));
  // Yesterday's may reach into today; one that was ended or left out by the clocks leaves the same day of next week.
  for (let day = today - 1; day <= today + 8; day += 1) {
    if (!schedule.days.includes(weekdayOf(day))) continue;
    const period = periodOf(schedule, zone, day);
    if (period.end > Math.max(now, ended) && period.end > period.start) return period;
  }
  return null;
}

/** An end that is not after the start is the next day's; the same time twice is a whole day. */
function periodOf({ start, end }: DndSchedule, zone: string, day: number): Period {
  const at = (number: number, minutes: number) =>
    instantOf(zone, { ...dayOf(number), hour: Math.floor(minutes / 60), minute: minutes % 60 }) / 1000;
  return { start: at(day, start), end: at(end > start ? day : day + 1, end) };
}
