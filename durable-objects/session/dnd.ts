import { DndSchedule, type Dnd } from '../../shared/presence.ts';
import { getAvailability } from './availability.ts';
import { dndPeriod } from './dnd-period.ts';

/** What it is before somebody sets it; Slack's hours. */
const unsetSchedule: DndSchedule = { is_enabled: false, start: 22 * 60, end: 8 * 60, days: [0, 1, 2, 3, 4, 5, 6] };

/** The person's pauses as they stand at `now`, in milliseconds. */
export function dndOf(sql: SqlStorage, now: number): Dnd {
  const { tz, snooze_until, dnd_ended } = getAvailability(sql);
  const schedule = dndScheduleOf(sql);
  const seconds = Math.floor(now / 1000);
  const period = dndPeriod(schedule, tz, seconds, dnd_ended);
  const isSnoozed = snooze_until > seconds;
  return {
    dnd_enabled: schedule.is_enabled,
    next_dnd_start_ts: period?.start ?? 1,
    next_dnd_end_ts: period?.end ?? 1,
    snooze_enabled: isSnoozed,
    snooze_endtime: isSnoozed ? snooze_until : 0,
  };
}

export function dndScheduleOf(sql: SqlStorage): DndSchedule {
  const { dnd_schedule: json } = getAvailability(sql);
  return json === null ? unsetSchedule : DndSchedule.parse(JSON.parse(json));
}
