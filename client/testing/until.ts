import type { FakeClock } from './fake-clock.ts';

/** Lets what is under way run until something is so, without time passing on the clock; throws when it never is. */
export async function until(clock: FakeClock, isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let turn = 0; turn < 300; turn += 1) {
    if (await isSo()) return;
    await clock.settle();
  }
  throw new Error('it never came about');
}
