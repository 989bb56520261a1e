import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantOf, wallTimeAt } from '../../../shared/calendar/wall-time.ts';
import { parseTime } from './parse-time.ts';

/** A Tuesday; 10:30 in New York. */
const now = Date.parse('2026-11-24T15:30:15Z');
const newYork = 'America/New_York';
const iso = (instant: number | undefined) => instant !== undefined && new Date(instant).toISOString().slice(0, 16);
const when = (phrase: string, at = now, zone = newYork) => iso(parseTime(phrase, zone, at)?.at);

describe('a single time', () => {
  it.each([
    ['in 20 minutes', '2026-11-24T15:50'],
    ['20 min', '2026-11-24T15:50'],
    ['In an hour and 5 minutes.', '2026-11-24T16:35'],
    ['tomorrow', '2026-11-25T14:00'],
    ['tomorrow at 9', '2026-11-25T14:00'],
    ['tomorrow morning', '2026-11-25T14:00'],
    ['tomorrow at 3', '2026-11-25T20:00'],
    ['at 3', '2026-11-24T20:00'],
    ['3pm', '2026-11-24T20:00'],
    ['at 10', '2026-11-25T15:00'],
    ['17:30', '2026-11-24T22:30'],
    ['noon', '2026-11-24T17:00'],
    ['at midnight', '2026-11-25T05:00'],
    ['tonight', '2026-11-25T03:00'],
    ['this evening', '2026-11-25T01:00'],
    ['monday', '2026-11-30T14:00'],
    ['on Friday at 17:30', '2026-11-27T22:30'],
    ['friday afternoon', '2026-11-27T20:00'],
    ['tuesday', '2026-12-01T14:00'],
    ['tuesday at 6pm', '2026-11-24T23:00'],
    ['in 2 days', '2026-11-26T15:30'],
    ['day after tomorrow', '2026-11-26T15:30'],
    ['next week', '2026-12-01T15:30'],
    ['December 24', '2026-12-24T14:00'],
    ['2027-06-05 15:00', '2027-06-05T19:00'],
    ['tomorrow 9am PST', '2026-11-25T17:00'],
    ['300', '2026-11-24T15:35'],
    ['86400', '2026-11-25T15:30'],
    ['1800000000', '2027-01-15T08:00'],
  ])('%s', (phrase, expected) => {
    expect(when(phrase)).toBe(expected);
  });

  it.each([
    '',
    'banana',
    'tomorrow banana',
    'from monday to friday',
    'tomorrow or friday',
    'February 30',
    'in a while',
    'at 25:00',
    '-5',
    `tomorrow${' '.repeat(200)}at 9`,
  ])('%j is not understood', (phrase) => {
    expect(parseTime(phrase, newYork, now)).toBeNull();
  });

  it('that is over is said to be', () => {
    expect(when('yesterday')).toBe('2026-11-23T14:00');
    expect(when('5 minutes ago')).toBe('2026-11-24T15:25');
    expect(when('today')).toBe('2026-11-24T14:00');
  });

  it('counted in hours is not moved by clocks that change; counted in days it keeps to the clock', () => {
    const evening = Date.parse('2026-03-07T23:00:00Z');
    expect(when('in 24 hours', evening)).toBe('2026-03-08T23:00');
    expect(when('in 1 day', evening)).toBe('2026-03-08T22:00');
  });

  it('on the night when 2:30 does not exist is an hour later', () => {
    expect(when('tomorrow at 2:30 am', Date.parse('2026-03-07T17:00:00Z'))).toBe('2026-03-08T07:30');
  });

  const anyZone = fc.constantFrom('UTC', newYork, 'Asia/Kathmandu', 'Pacific/Auckland', 'Africa/Casablanca');

  it('is what the clock on the wall shows, in any zone and on any day', () => {
    fc.assert(
      fc.property(
        anyZone,
        fc.integer({ min: 0, max: 5_000_000 }).map((minutes) => now + minutes * 60_000),
        fc.integer({ min: 7, max: 23 }),
        fc.integer({ min: 0, max: 59 }),
        (zone, at, hour, minute) => {
          const today = wallTimeAt(zone, at);
          const expected = instantOf(zone, { ...today, day: today.day + 1, hour, minute });
          const clock = `${hour}:${String(minute).padStart(2, '0')}`;
          expect(parseTime(`tomorrow at ${clock}`, zone, at)?.at).toBe(expected);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('never fails, whatever is said', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 210 }), (phrase) => {
        const parsed = parseTime(phrase, newYork, now);
        expect(parsed === null || Number.isFinite(parsed.at)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a time that comes again', () => {
  const next = (phrase: string) => {
    const parsed = parseTime(phrase, newYork, now);
    const { hour, minute, since: _since, ...days } = parsed?.recurrence ?? { hour: -1, minute: -1 };
    return { at: iso(parsed?.at), time: `${hour}:${minute}`, ...days };
  };
  const weekly = (...weekdays: number[]) => ({ frequency: 'weekly', interval: 1, weekdays });

  it.each([
    ['every day', { frequency: 'daily', interval: 1, time: '9:0', at: '2026-11-25T14:00' }],
    ['daily at noon', { frequency: 'daily', interval: 1, time: '12:0', at: '2026-11-24T17:00' }],
    ['every morning', { frequency: 'daily', interval: 1, time: '9:0', at: '2026-11-25T14:00' }],
    ['every 3 days at 8 pm', { frequency: 'daily', interval: 3, time: '20:0', at: '2026-11-25T01:00' }],
    ['every Monday at 9', { ...weekly(1), time: '9:0', at: '2026-11-30T14:00' }],
    ['at 9 every Monday', { ...weekly(1), time: '9:0', at: '2026-11-30T14:00' }],
    ['every weekday at 8:30', { ...weekly(1, 2, 3, 4, 5), time: '8:30', at: '2026-11-25T13:30' }],
    ['Every Tues, Thurs and Sunday at 3.', { ...weekly(0, 2, 4), time: '15:0', at: '2026-11-24T20:00' }],
    ['each weekend at 10am', { ...weekly(6, 0), time: '10:0', at: '2026-11-28T15:00' }],
    ['every other tuesday', { ...weekly(2), interval: 2, time: '9:0', at: '2026-12-01T14:00' }],
    ['every 2 weeks on Tuesday at 11:00', { ...weekly(2), interval: 2, time: '11:0', at: '2026-11-24T16:00' }],
    ['every week', { ...weekly(2), time: '9:0', at: '2026-12-01T14:00' }],
    ['every month', { frequency: 'monthly', interval: 1, day: 24, time: '9:0', at: '2026-12-24T14:00' }],
    [
      'every month on the last day',
      { frequency: 'monthly', interval: 1, day: 31, time: '9:0', at: '2026-11-30T14:00' },
    ],
    ['every 15th at 10', { frequency: 'monthly', interval: 1, day: 15, time: '10:0', at: '2026-12-15T15:00' }],
    ['monthly on the 1st', { frequency: 'monthly', interval: 1, day: 1, time: '9:0', at: '2026-12-01T14:00' }],
    ['every January 25', { frequency: 'yearly', interval: 1, month: 1, day: 25, time: '9:0', at: '2027-01-25T14:00' }],
    [
      'every year on the 4th of July at 9:15pm',
      { frequency: 'yearly', interval: 1, month: 7, day: 4, time: '21:15', at: '2027-07-05T01:15' },
    ],
  ])('%s', (phrase, expected) => {
    expect(next(phrase)).toEqual(expected);
  });

  it.each([
    'every',
    'every banana',
    'every hour',
    'every 15 minutes',
    'every monday banana',
    'every monday at 9 at 10',
    'every monday at 25',
    'every 0 days',
    'every 53 weeks',
    'every february 30',
    'every 32nd',
    'every other weekday',
    'tomorrow and every monday',
  ])('%s is not understood', (phrase) => {
    expect(parseTime(phrase, newYork, now)).toBeNull();
  });
});
