import type { Reminder } from '../../../client/api/personal-answers.ts';
import { type WireRecurrence, weekdays } from '../../../shared/reminder.ts';
import { formatLocale } from '../i18n/format-locale.ts';
import { formatMoment } from '../message/time.ts';
import { scheduleText } from './text.ts';
import { clock, weekdayName } from './when-choices.ts';

/** When a reminder comes: `tomorrow, 9:00`; of one that comes again how: `every weekday at 9:00`. */
export function whenOf({ time = 0, recurrence }: Reminder): string {
  return recurrence ? repeatOf(recurrence) : formatMoment(new Date(time * 1000));
}

function repeatOf({
  frequency,
  interval,
  weekdays: days = [],
  day = 1,
  month = 1,
  hour,
  minute,
}: WireRecurrence): string {
  const t = scheduleText();
  const time = clock(new Date(2001, 0, 1, hour, minute));
  switch (frequency) {
    case 'daily':
      return t.inDays(interval, time);
    case 'weekly':
      return interval === 1 && isWorkWeek(days) ? t.onWeekdays(time) : t.inWeeks(interval, namesOf(days), time);
    case 'monthly':
      return t.inMonths(interval, day, time);
    case 'yearly':
      return t.inYears(interval, dateName(month, day), time);
  }
}

function isWorkWeek(days: readonly string[]): boolean {
  return days.length === 5 && !days.includes('saturday') && !days.includes('sunday');
}

function namesOf(days: readonly (typeof weekdays)[number][]): string {
  // The seventh of January 2001 was a Sunday, the first of Slack's days.
  const names = days.map((day) => weekdayName(new Date(2001, 0, 7 + weekdays.indexOf(day))));
  return new Intl.ListFormat(formatLocale()).format(names);
}

function dateName(month: number, day: number): string {
  // A year that has every day.
  return new Date(2000, month - 1, day).toLocaleDateString(formatLocale(), { month: 'long', day: 'numeric' });
}
