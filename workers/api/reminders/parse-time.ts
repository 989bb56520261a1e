import { casual, type ParsedResult } from 'chrono-node/en';
import type { Recurrence } from '../../../shared/calendar/recurrence.ts';
import { nextTime } from '../../../shared/calendar/recurrence.ts';
import {
  dayMilliseconds,
  dayNumber,
  dayOf,
  instantOf,
  offsetAt,
  wallTimeAt,
} from '../../../shared/calendar/wall-time.ts';
import { parseRecurrence } from './parse-recurrence.ts';
import { likelyHour, morning, type TimeOfDay } from './time-of-day.ts';

/** When a reminder is due, in milliseconds since 1970, and how it comes again. */
export type When = { at: number; recurrence: Recurrence | null };

/** Longer phrases are refused before they are looked at. */
const maxPhraseLength = 100;

/**
 * What `time` of reminders.add means: seconds from now (up to a day), seconds since 1970, or English words in the person's
 * time zone. Null when it is not understood. It may be over already: the caller decides on that.
 */
export function parseTime(said: string, zone: string, now: number): When | null {
  const phrase = said.trim();
  if (phrase.length > maxPhraseLength) return null;
  if (/^\d+$/.test(phrase)) return once(numberToInstant(Number(phrase), now));
  if (/\b(every|each|daily|weekly|monthly|yearly|annually|weekdays)\b/i.test(phrase)) {
    const recurrence = parseRecurrence(phrase, zone, now);
    return recurrence && { at: nextTime(recurrence, zone, now), recurrence };
  }
  const at = parseOnce(phrase, zone, now);
  return at === null ? null : once(at);
}

function once(at: number): When {
  return { at, recurrence: null };
}

function numberToInstant(number: number, now: number): number {
  return number <= dayMilliseconds / 1000 ? now + number * 1000 : number * 1000;
}

/**
 * Chrono is asked in a world without zones, whose clock shows what the person's does; what it answers is then looked for
 * in their zone. So daylight saving is ours to decide.
 */
function parseOnce(phrase: string, zone: string, now: number): number | null {
  const wallNow = now + offsetAt(zone, now);
  const words = phrase.replace(/\b(?<!a )(the )?day after tomorrow\b/i, 'a day after tomorrow');
  const results = casual.parse(words, { instant: new Date(wallNow), timezone: 0 }, { forwardDate: true });
  const [result] = results;
  if (!result || results.length > 1 || result.end || !isWhole(words, result)) return null;
  const tags = result.tags();
  // "In two hours" is two hours of time, whatever clocks do meanwhile.
  if (tags.has('result/relativeDateAndTime')) return now + (result.date().getTime() - wallNow);
  const { start } = result;
  // "9am EST": the words have a zone of their own.
  if (start.isCertain('timezoneOffset') && !tags.has('result/relativeDate')) return result.date().getTime();
  return toInstant(result, zone, now);
}

/** Only joining words may be left over: half of a phrase is never taken for the whole. */
function isWhole(words: string, { index, text }: ParsedResult): boolean {
  const rest = `${words.slice(0, index)} ${words.slice(index + text.length)}`;
  return /^[\s,.!]*((at|on|by|for)[\s,.!]*)?$/i.test(rest);
}

function toInstant(result: ParsedResult, zone: string, now: number): number {
  const { start } = result;
  const time = timeOf(result);
  const field = (name: 'year' | 'month' | 'day') => start.get(name) ?? 0;
  const hasDay = start.isCertain('day') || start.isCertain('month') || result.tags().has('result/relativeDate');
  const hasWeekday = !hasDay && start.isCertain('weekday');
  const day =
    hasDay || hasWeekday
      ? dayNumber({ year: field('year'), month: field('month'), day: field('day') })
      : dayNumber(wallTimeAt(zone, now));
  const at = instantOf(zone, { ...dayOf(day), ...time });
  if (at > now || hasDay) return at;
  return instantOf(zone, { ...dayOf(day + (hasWeekday ? 7 : 1)), ...time });
}

const partsOfDay = ['noon', 'midnight', 'afternoon', 'evening', 'tonight'].map(
  (part) => `casualReference/${part}` as const,
);

function timeOf(result: ParsedResult): TimeOfDay {
  const { start } = result;
  const hour = start.get('hour') ?? 0;
  const minute = start.get('minute') ?? 0;
  const tags = result.tags();
  if (start.isCertain('hour') && start.isCertain('minute')) {
    return { hour: start.isCertain('meridiem') ? hour : likelyHour(hour), minute };
  }
  const isSaid = tags.has('result/relativeDate') || partsOfDay.some((part) => tags.has(part));
  return isSaid ? { hour, minute } : morning;
}
