import { compareTs, microsToTs, tsToMicros, zeroTs } from '../../shared/timestamps.ts';
import { isPassing } from '../api/api-error.ts';
import type { Clock } from '../clock.ts';

/** How far the person has read in one channel or thread; the server hears of it now and then. */
export interface ReadCursor {
  position(): string;
  /** Moves forward to `ts`; false when it is there or further already. */
  move(ts: string): boolean;
  /** Moves to `ts`, back if need be. */
  moveTo(ts: string): void;
  /** What to show when the server says `lastRead`: it may not have heard of our last move yet. */
  after(lastRead: string): string;
  /** Tells the server nothing any more. */
  stop(): void;
}

/** Between two calls. Milliseconds. */
const interval = 1_000;
/** After a call that failed for want of a network. Milliseconds. */
const retryDelay = 5_000;

export function createReadCursor(mark: (ts: string) => Promise<unknown>, clock: Clock): ReadCursor {
  let position = zeroTs;
  /** The server has answered for this one. */
  let confirmed = zeroTs;
  /** The last move went back: what the server says may be further only because it has not heard of that. */
  let isBack = false;
  let isBusy = false;
  let isStopped = false;

  function send() {
    if (isStopped || isBusy || position === confirmed) return;
    isBusy = true;
    const sent = position;
    mark(sent).then(
      () => rest(sent, interval),
      // Refused: no use in repeating it.
      (error: unknown) => (isPassing(error) ? rest(confirmed, retryDelay) : rest(sent, interval)),
    );
  }

  function rest(answered: string, delay: number) {
    confirmed = answered;
    clock.after(delay, () => {
      isBusy = false;
      send();
    });
  }

  return {
    position: () => position,
    move(ts) {
      if (compareTs(ts, position) <= 0) return false;
      position = ts;
      isBack = false;
      send();
      return true;
    },
    moveTo(ts) {
      isBack = compareTs(ts, position) < 0;
      position = ts;
      send();
    },
    after(lastRead) {
      // Right after an answer, too, something older may still be on its way.
      const isUnheard = isBusy || position !== confirmed;
      if (isUnheard && (isBack || compareTs(position, lastRead) > 0)) return position;
      position = lastRead;
      confirmed = lastRead;
      isBack = false;
      return lastRead;
    },
    stop() {
      isStopped = true;
    },
  };
}

/** Where the cursor stands when `ts` is the first that is not read. */
export function justBefore(ts: string): string {
  return microsToTs(tsToMicros(ts) - 1);
}
