import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber, wallTimeAt, weekdayOf } from '../../shared/calendar/wall-time.ts';
import type { DndSchedule } from '../../shared/presence.ts';
import { dndPeriod } from './dnd-period.ts';

const everyDay = [0, 1, 2, 3, 4, 5, 6];
const nights: DndSchedule = { is_enabled: true, start: 22 * 60, end: 8 * 60, days: everyDay };
const at = (text: string) => Date.parse(`${text}:00Z`) / 1000;
const berlin = 'Europe/Berlin';

function period(schedule: DndSchedule, zone: string, now: string, ended?: string) {
  const found = dndPeriod(schedule, zone, at(now), ended === undefined ? 0 : at(ended));
  const iso = (seconds: number) => new Date(seconds * 1000).toISOString().slice(0, 16);
  return found && [iso(found.start), iso(found.end)];
}

describe('a pause by schedule', () => {
  it('goes over midnight', () => {
    const tonight = ['2026-11-24T21:00', '2026-11-25T07:00'];
    expect(period(nights, berlin, '2026-11-24T12:00')).toEqual(tonight);
    expect(period(nights, berlin, '2026-11-24T21:00')).toEqual(tonight);
    expect(period(nights, berlin, '2026-11-25T03:00')).toEqual(tonight);
    expect(period(nights, berlin, '2026-11-25T06:59')).toEqual(tonight);
    expect(period(nights, berlin, '2026-11-25T07:00')).toEqual(['2026-11-25T21:00', '2026-11-26T07:00']);
  });

  it('is an hour shorter or longer in the nights when clocks change', () => {
    expect(period(nights, berlin, '2026-03-28T23:00')).toEqual(['2026-03-28T21:00', '2026-03-29T06:00']);
    expect(period(nights, berlin, '2026-10-24T23:00')).toEqual(['2026-10-24T20:00', '2026-10-25T07:00']);
  });

  it('begins on its days only, and ends the day after them', () => {
    const friday: DndSchedule = { ...nights, days: [5] };
    expect(period(friday, berlin, '2026-11-28T03:00')).toEqual(['2026-11-27T21:00', '2026-11-28T07:00']);
    expect(period(friday, berlin, '2026-11-28T08:00')).toEqual(['2026-12-04T21:00', '2026-12-05T07:00']);
  });

  it('that was ended by hand is over, and the next one comes', () => {
    const next = ['2026-11-25T21:00', '2026-11-26T07:00'];
    expect(period(nights, berlin, '2026-11-24T23:00', '2026-11-25T07:00')).toEqual(next);
    const friday: DndSchedule = { ...nights, days: [5] };
    expect(period(friday, berlin, '2026-11-27T23:00', '2026-11-28T07:00')?.[0]).toBe('2026-12-04T21:00');
  });

  it('within a day, and of a whole day', () => {
    const lunch: DndSchedule = { ...nights, start: 12 * 60, end: 13 * 60 };
    expect(period(lunch, 'UTC', '2026-11-24T12:30')).toEqual(['2026-11-24T12:00', '2026-11-24T13:00']);
    const sunday: DndSchedule = { ...nights, start: 0, end: 0, days: [0] };
    expect(period(sunday, 'UTC', '2026-11-24T12:30')).toEqual(['2026-11-29T00:00', '2026-11-30T00:00']);
  });

  it('does not come when it is off, or has no days', () => {
    expect(dndPeriod({ ...nights, is_enabled: false }, berlin, 0)).toBeNull();
    expect(dndPeriod({ ...nights, days: [] }, berlin, 0)).toBeNull();
  });

  it('is not over, is the first that is not, and begins on one of its days, wherever and whenever', () => {
    const minutes = fc.integer({ min: 0, max: 1439 });
    const schedules = fc.record({
      is_enabled: fc.constant(true),
      start: minutes,
      end: minutes,
      days: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 }),
    });
    const zones = fc.constantFrom('UTC', berlin, 'America/St_Johns', 'Australia/Lord_Howe', 'America/Santiago');
    fc.assert(
      fc.property(
        schedules,
        zones,
        fc.integer({ min: at('2026-01-01T00:00'), max: at('2028-01-01T00:00') }),
        (schedule, zone, now) => {
          const found = dndPeriod(schedule, zone, now);
          if (!found) throw new Error('it has days');
          expect(found.end).toBeGreaterThan(now);
          expect(found.end - found.start).toBeGreaterThan(0);
          expect(found.end - found.start).toBeLessThanOrEqual(25 * 3600);
          expect(schedule.days).toContain(weekdayOf(dayNumber(wallTimeAt(zone, found.start * 1000))));
          if (found.start > now) expect(dndPeriod(schedule, zone, found.start - 1)).toEqual(found);
        },
      ),
      { numRuns: 100 },
    );
  });
});
