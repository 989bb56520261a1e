import type { Recurrence } from '../../../shared/calendar/recurrence.ts';
import { dayNumber, instantOf, wallTimeAt, weekdayOf, type CalendarDay } from '../../../shared/calendar/wall-time.ts';
import { weekdays } from '../../../shared/reminder.ts';
import { morning, takeTimeOfDay } from './time-of-day.ts';

/**
 * A schedule in English words, as Slack takes them: "every day", "every weekday at 8:30", "every Monday and Thursday at
 * 9", "every other Tuesday", "every 2 weeks on Friday", "every month on the 15th", "every January 25", "daily at noon".
 * Null when the phrase is not about a schedule, or not one that is understood: half of it is never taken for the whole.
 */
export function parseRecurrence(phrase: string, zone: string, now: number): Recurrence | null {
  const words = normalise(phrase);
  const taken = takeTimeOfDay(words);
  if (taken === false) return null;
  const { time, rest } = taken ?? { time: morning, rest: words };
  const today = wallTimeAt(zone, now);
  const isOver = instantOf(zone, { ...today, ...time }) <= now;
  const schedule = parseSchedule(rest, { ...today, since: dayNumber(today) + (isOver ? 1 : 0) });
  return schedule && { ...schedule, ...time };
}

type Schedule = Recurrence extends infer Each
  ? Each extends Recurrence
    ? Omit<Each, 'hour' | 'minute'>
    : never
  : never;
/** `since`: today, or tomorrow when its time is over for today. */
type Today = CalendarDay & { since: number };

function parseSchedule(words: string, today: Today): Schedule | null {
  const { since } = today;
  const [, adverb, , rest = ''] = /^(daily|weekly|monthly|yearly|annually|weekdays)( on)?(?: (.+))?$/.exec(words) ?? [];
  if (adverb !== undefined) return parseUnit(adverbs.get(adverb) ?? '', 1, rest, today);
  const [, step, what = ''] = /^(?:every|each)( other| second| \d{1,2})? (.+)$/.exec(words) ?? [];
  const interval = toInterval(step);
  if (interval === null) return null;
  const [, unit, on = ''] = /^(day|weekday|workday|weekend|week|month|year)s?(?: on)?(?: (.+))?$/.exec(what) ?? [];
  if (unit !== undefined) return parseUnit(unit, interval, on, today);
  const days = parseWeekdays(what);
  if (days) return { frequency: 'weekly', interval, since: firstOf(days, today), weekdays: days };
  const date = parseDate(what);
  if (date) return { frequency: 'yearly', interval, since, ...date };
  const day = parseDayOfMonth(what);
  return day === null ? null : { frequency: 'monthly', interval, since, day };
}

const adverbs = new Map([
  ['daily', 'day'],
  ['weekly', 'week'],
  ['monthly', 'month'],
  ['yearly', 'year'],
  ['annually', 'year'],
  ['weekdays', 'weekday'],
]);

/** `every <interval> <unit>s on <on>`; without `on`, as from today. */
function parseUnit(unit: string, interval: number, on: string, today: Today): Schedule | null {
  const { since } = today;
  switch (unit) {
    case 'day':
      return on === '' ? { frequency: 'daily', interval, since } : null;
    case 'weekday':
    case 'workday':
      return on === '' && interval === 1 ? { frequency: 'weekly', interval, since, weekdays: [1, 2, 3, 4, 5] } : null;
    case 'weekend':
      return on === '' ? { frequency: 'weekly', interval, since, weekdays: [6, 0] } : null;
    case 'week': {
      const days = on === '' ? [weekdayOf(dayNumber(today))] : parseWeekdays(on);
      return days && { frequency: 'weekly', interval, since: firstOf(days, today), weekdays: days };
    }
    case 'month': {
      const day = on === '' ? today.day : parseDayOfMonth(on);
      return day === null ? null : { frequency: 'monthly', interval, since, day };
    }
    case 'year': {
      const date = on === '' ? { day: today.day, month: today.month } : parseDate(on);
      return date && { frequency: 'yearly', interval, since, ...date };
    }
    default:
      return null;
  }
}

/** "Every other Monday", said on a Tuesday, begins with the Monday that comes. */
function firstOf(days: readonly number[], { since }: Today): number {
  return since + Math.min(...days.map((day) => (day - weekdayOf(since) + 7) % 7));
}

function toInterval(step: string | undefined): number | null {
  if (step === undefined) return 1;
  const interval = step === ' other' || step === ' second' ? 2 : Number(step);
  return interval >= 1 && interval <= 52 ? interval : null;
}

function parseWeekdays(words: string): number[] | null {
  const days = words.split(/ and | & | /).map((word) => dayNames.get(word.replace(/s$/, '')) ?? -1);
  return days.includes(-1) ? null : [...new Set(days)].toSorted((a, b) => a - b);
}

/** Without an s at the end: "Mondays", "Tues" and "Thurs" are days too. */
const dayNames = new Map([
  ...weekdays.flatMap((name, day) => [name, name.slice(0, 3)].map((word) => [word, day] as const)),
  ['thur', 4],
]);

function parseDayOfMonth(words: string): number | null {
  const [, last, number] = /^(?:the )?(?:(last)(?: day)?|(\d{1,2})(?:st|nd|rd|th)?)(?: day)?$/.exec(words) ?? [];
  if (last !== undefined) return 31;
  const day = Number(number);
  return day >= 1 && day <= 31 ? day : null;
}

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const daysOfMonths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** "January 25", "the 25th of January". */
function parseDate(words: string): { month: number; day: number } | null {
  const [, nameFirst, dayAfter, dayFirst, nameAfter] =
    /^(?:([a-z]{3,9}) (?:the )?(\d{1,2})(?:st|nd|rd|th)?|(?:the )?(\d{1,2})(?:st|nd|rd|th)?(?: of)? ([a-z]{3,9}))$/.exec(
      words,
    ) ?? [];
  const name = nameFirst ?? nameAfter;
  if (name === undefined) return null;
  const index = months.findIndex(
    (month) => month === name || month.slice(0, 3) === name || (name === 'sept' && month === 'september'),
  );
  const day = Number(dayAfter ?? dayFirst);
  return index >= 0 && day >= 1 && day <= (daysOfMonths[index] ?? 0) ? { month: index + 1, day } : null;
}

function normalise(phrase: string): string {
  return (
    phrase
      .toLowerCase()
      .replaceAll('’', "'")
      .replace(/,/g, ' ')
      .replace(/\s+/g, ' ')
      .replace(/[.!\s]+$/, '')
      .trim()
      // "At 9 every Monday" and "every day in the morning" are the same said otherwise.
      .replace(/^every (morning|afternoon|evening|night)$/, 'every day $1')
  );
}
