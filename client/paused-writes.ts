import type { Clock } from './clock.ts';

/** Writes that wait for a pause, so that a run of changes costs one of them. */
export interface PausedWrites {
  /** To be written soon; of several of one key the last one is. */
  schedule(key: string, write: () => void): void;
  /** What waits under the key is not written. */
  cancel(key: string): void;
  /** Writes at once what waits. */
  flush(): void;
  /** Writes nothing of what waits. */
  drop(): void;
}

/** After the last change, and after the first at the latest. Milliseconds. */
const pause = 2_000;
const longestPause = 10_000;

export function createPausedWrites(clock: Clock): PausedWrites {
  const waiting = new Map<string, () => void>();
  let firstAt: number | null = null;
  let cancel = () => {};

  function drop() {
    cancel();
    firstAt = null;
    waiting.clear();
  }

  function flush() {
    const writes = [...waiting.values()];
    drop();
    for (const write of writes) write();
  }

  return {
    schedule(key, write) {
      waiting.set(key, write);
      const now = clock.now();
      firstAt ??= now;
      cancel();
      cancel = clock.after(Math.max(0, Math.min(pause, firstAt + longestPause - now)), flush);
    },
    cancel: (key) => void waiting.delete(key),
    flush,
    drop,
  };
}
