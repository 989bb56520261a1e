import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comesOn, nextTime, type Recurrence } from './recurrence.ts';
import { dayNumber, dayOf, instantOf, wallTimeAt } from './wall-time.ts';

const at = (text: string) => Date.parse(`${text}:00Z`);
const iso = (instant: number) => new Date(instant).toISOString().slice(0, 16);
const since = dayNumber({ year: 2026, month: 1, day: 1 });
const daily: Recurrence = { frequency: 'daily', interval: 1, since, hour: 9, minute: 0 };

/** The first times after a moment. */
function times(recurrence: Recurrence, zone: string, after: string, count: number): string[] {
  const found: string[] = [];
  for (let last = at(after); found.length < count; found.push(iso(last))) last = nextTime(recurrence, zone, last);
  return found;
}

describe('a recurrence', () => {
  it('keeps to the clock on the wall when clocks change', () => {
    expect(times(daily, 'Europe/Berlin', '2026-03-27T09:00', 3)).toEqual([
      '2026-03-28T08:00',
      '2026-03-29T07:00',
      '2026-03-30T07:00',
    ]);
  });

  it('comes once in the night when its time comes twice, and in the night when it does not come', () => {
    const atNight: Recurrence = { ...daily, hour: 2, minute: 30 };
    expect(times(atNight, 'Europe/Berlin', '2026-10-24T12:00', 2)).toEqual(['2026-10-25T00:30', '2026-10-26T01:30']);
    expect(times(atNight, 'Europe/Berlin', '2026-03-28T12:00', 2)).toEqual(['2026-03-29T01:30', '2026-03-30T00:30']);
  });

  it('comes on the days of the week that it names', () => {
    const weekly: Recurrence = { ...daily, frequency: 'weekly', weekdays: [1, 4] };
    expect(times(weekly, 'UTC', '2026-11-24T10:00', 3)).toEqual([
      '2026-11-26T09:00',
      '2026-11-30T09:00',
      '2026-12-03T09:00',
    ]);
  });

  it('comes every second week, counted from its first', () => {
    const monday = dayNumber({ year: 2026, month: 11, day: 30 });
    const weekly: Recurrence = { ...daily, frequency: 'weekly', interval: 2, since: monday, weekdays: [0, 1] };
    expect(times(weekly, 'UTC', '2026-11-24T10:00', 4)).toEqual([
      '2026-11-30T09:00',
      '2026-12-06T09:00',
      '2026-12-14T09:00',
      '2026-12-20T09:00',
    ]);
  });

  it('comes on the last day of a month that is too short for it', () => {
    const monthly: Recurrence = { ...daily, frequency: 'monthly', day: 31 };
    expect(times(monthly, 'UTC', '2027-12-31T10:00', 4)).toEqual([
      '2028-01-31T09:00',
      '2028-02-29T09:00',
      '2028-03-31T09:00',
      '2028-04-30T09:00',
    ]);
    const leapDay: Recurrence = { ...daily, frequency: 'yearly', month: 2, day: 29 };
    expect(times(leapDay, 'UTC', '2026-12-31T10:00', 2)).toEqual(['2027-02-28T09:00', '2028-02-29T09:00']);
  });

  it('is one time after a sleep of years, and that one is to come', () => {
    expect(iso(nextTime(daily, 'UTC', at('2046-06-01T09:00')))).toBe('2046-06-02T09:00');
  });

  const anyRecurrence = fc
    .record({
      interval: fc.integer({ min: 1, max: 52 }),
      since: fc.integer({ min: since, max: since + 3000 }),
      hour: fc.integer({ min: 0, max: 23 }),
      minute: fc.integer({ min: 0, max: 59 }),
      day: fc.integer({ min: 1, max: 31 }),
      month: fc.integer({ min: 1, max: 12 }),
      weekdays: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 }),
      frequency: fc.constantFrom('daily' as const, 'weekly' as const, 'monthly' as const, 'yearly' as const),
    })
    .map(({ frequency, day, month, weekdays, ...common }): Recurrence => {
      if (frequency === 'weekly') return { frequency, ...common, weekdays };
      if (frequency === 'monthly') return { frequency, ...common, day };
      return frequency === 'yearly' ? { frequency, ...common, day, month } : { frequency, ...common };
    });
  const anyZone = fc.constantFrom('UTC', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia', 'Africa/Cairo');

  it('leaves out no day that is its own, adds none, and shows its time wherever the clock shows it', () => {
    fc.assert(
      fc.property(
        anyRecurrence,
        anyZone,
        fc.integer({ min: since, max: since + 4000 }),
        (recurrence, zone, someDay) => {
          const { hour, minute } = recurrence;
          const after = instantOf(zone, { ...dayOf(someDay), hour, minute });
          const next = nextTime(recurrence, zone, after);
          const day = dayNumber(wallTimeAt(zone, next));
          expect(next).toBeGreaterThan(after);
          expect(comesOn(recurrence, day)).toBe(true);
          expect(next).toBe(instantOf(zone, { ...dayOf(day), hour, minute }));
          for (let between = Math.max(someDay + 1, recurrence.since); between < day; between += 1) {
            expect(comesOn(recurrence, between)).toBe(false);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
