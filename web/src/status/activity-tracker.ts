/** After so long without a sign of the person they are away. Milliseconds. */
export const awayAfter = 10 * 60_000;

/** Time, as a test can have it. */
interface TrackerClock {
  now: () => number;
  /** Calls back after so many milliseconds; what it returns takes that back. */
  after: (delay: number, callback: () => void) => () => void;
}

/**
 * Tells whether the person is at this device, when that changes: they are at each sign of them, and for ten minutes after
 * the last one. Signs come by the hundred, so that a timer is set once and looks, when it fires, how long it still takes.
 */
export function createActivityTracker(tell: (isActive: boolean) => void, clock: TrackerClock) {
  let isActive = true;
  let lastSign = clock.now();
  let cancel = clock.after(awayAfter, look);

  function look() {
    const left = lastSign + awayAfter - clock.now();
    if (left > 0) cancel = clock.after(left, look);
    else {
      isActive = false;
      tell(false);
    }
  }

  return {
    /** The person did something. */
    sign() {
      lastSign = clock.now();
      if (isActive) return;
      isActive = true;
      tell(true);
      cancel = clock.after(awayAfter, look);
    },
    stop: () => cancel(),
  };
}
