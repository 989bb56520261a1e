import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber, dayOf, instantOf, offsetAt, wallTimeAt, weekdayOf } from './wall-time.ts';

const zones = [
  'UTC',
  'America/Los_Angeles',
  'America/St_Johns',
  'Europe/Berlin',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Africa/Casablanca',
  'America/Santiago',
  'Asia/Tehran',
];
const anyZone = fc.constantFrom(...zones);
/** Whole minutes from 2010 to 2040. */
const anyInstant = fc.integer({ min: 21_040_000, max: 36_800_000 }).map((minutes) => minutes * 60_000);
const iso = (instant: number) => new Date(instant).toISOString();

describe('wall time', () => {
  it.each([
    [
      'an ordinary morning',
      'America/New_York',
      { year: 2026, month: 7, day: 4, hour: 9, minute: 0 },
      '2026-07-04T13:00',
    ],
    [
      'the night when 2:30 does not exist',
      'America/New_York',
      { year: 2026, month: 3, day: 8, hour: 2, minute: 30 },
      '2026-03-08T07:30',
    ],
    [
      'the night when 1:30 comes twice',
      'America/New_York',
      { year: 2026, month: 11, day: 1, hour: 1, minute: 30 },
      '2026-11-01T05:30',
    ],
    [
      'a midnight that does not exist',
      'America/Santiago',
      { year: 2026, month: 9, day: 6, hour: 0, minute: 0 },
      '2026-09-06T04:00',
    ],
    [
      'half an hour of daylight saving',
      'Australia/Lord_Howe',
      { year: 2026, month: 10, day: 4, hour: 2, minute: 10 },
      '2026-10-03T15:40',
    ],
    [
      'a day that was left out',
      'Pacific/Apia',
      { year: 2011, month: 12, day: 30, hour: 12, minute: 0 },
      '2011-12-30T22:00',
    ],
  ])('knows %s', (_what, zone, wall, expected) => {
    expect(iso(instantOf(zone, wall))).toBe(`${expected}:00.000Z`);
  });

  it('takes a zone that nobody knows for UTC', () => {
    expect(offsetAt('Mars/Olympus', 0)).toBe(0);
    expect(wallTimeAt('Mars/Olympus', 0)).toEqual({ year: 1970, month: 1, day: 1, hour: 0, minute: 0 });
  });

  it('of an instant leads back to it, or to the first instant that the clock shows the same', () => {
    fc.assert(
      fc.property(anyZone, anyInstant, (zone, instant) => {
        const wall = wallTimeAt(zone, instant);
        const back = instantOf(zone, wall);
        expect(wallTimeAt(zone, back)).toEqual(wall);
        expect(back).toBeLessThanOrEqual(instant);
        expect(instant - back).toBeLessThanOrEqual(3 * 3600_000);
      }),
    );
  });

  it('counts days and weekdays as calendars do', () => {
    expect(weekdayOf(dayNumber({ year: 2026, month: 11, day: 24 }))).toBe(2);
    expect(weekdayOf(-1)).toBe(3);
    fc.assert(
      fc.property(fc.integer({ min: -50_000, max: 50_000 }), (number) => {
        expect(dayNumber(dayOf(number))).toBe(number);
        expect(weekdayOf(number)).toBe(new Date(number * 86_400_000).getUTCDay());
      }),
    );
  });
});
