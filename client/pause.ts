import type { Clock } from './clock.ts';

/** Puts something off until there is a pause, so that a run of changes costs it once. */
export interface Pause {
  /** There was a change: the pause begins anew. */
  wait(): void;
  cancel(): void;
}

/** `pause`: after the last change; `longest`: after the first, at the latest. Milliseconds. */
export function createPause(
  clock: Clock,
  { pause, longest }: { pause: number; longest: number },
  act: () => void,
): Pause {
  let firstAt: number | null = null;
  let stop = () => {};

  function cancel() {
    stop();
    firstAt = null;
  }

  return {
    wait() {
      const now = clock.now();
      firstAt ??= now;
      stop();
      stop = clock.after(Math.max(0, Math.min(pause, firstAt + longest - now)), act);
    },
    cancel,
  };
}
