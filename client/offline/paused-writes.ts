import type { Clock } from '../clock.ts';
import { createPause } from '../pause.ts';

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
const pauses = { pause: 2_000, longest: 10_000 };

export function createPausedWrites(clock: Clock): PausedWrites {
  const waiting = new Map<string, () => void>();
  const pause = createPause(clock, pauses, flush);

  function drop() {
    pause.cancel();
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
      pause.wait();
    },
    cancel: (key) => void waiting.delete(key),
    flush,
    drop,
  };
}
