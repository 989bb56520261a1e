import { expect, test } from 'vitest';
import { awayAfter, createActivityTracker } from './activity-tracker.ts';

/** A clock that stands until it is moved. */
function createTestClock() {
  let now = 1_000_000;
  let timers: { at: number; callback: () => void }[] = [];
  return {
    now: () => now,
    after(delay: number, callback: () => void) {
      const timer = { at: now + delay, callback };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    move(by: number) {
      now += by;
      const due = timers.filter(({ at }) => at <= now);
      timers = timers.filter(({ at }) => at > now);
      for (const { callback } of due) callback();
    },
    get waiting() {
      return timers.length;
    },
  };
}

function track() {
  const clock = createTestClock();
  const told: boolean[] = [];
  return { clock, told, tracker: createActivityTracker((isActive) => told.push(isActive), clock) };
}

test('a person of whom there is no sign for ten minutes is away, and is told of once', () => {
  const { clock, told } = track();
  clock.move(awayAfter - 1);
  expect(told).toEqual([]);
  clock.move(1);
  clock.move(awayAfter * 3);
  expect(told).toEqual([false]);
});

test('a sign of them puts that off', () => {
  const { clock, told, tracker } = track();
  clock.move(awayAfter - 1000);
  tracker.sign();
  clock.move(awayAfter - 1000);
  expect(told).toEqual([]);
  clock.move(1000);
  expect(told).toEqual([false]);
});

test('whoever is away is back with the next sign, and is away again later', () => {
  const { clock, told, tracker } = track();
  clock.move(awayAfter);
  tracker.sign();
  expect(told).toEqual([false, true]);
  clock.move(awayAfter);
  expect(told).toEqual([false, true, false]);
});

test('a thousand signs take one timer', () => {
  const { clock, tracker } = track();
  for (let count = 0; count < 1000; count += 1) tracker.sign();
  expect(clock.waiting).toBe(1);
  tracker.stop();
  expect(clock.waiting).toBe(0);
});
