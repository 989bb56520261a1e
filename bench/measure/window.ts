import { setTimeout as sleep } from 'node:timers/promises';
import { cpuSeconds } from './cpu.ts';

/** What happened in a stretch of time. */
export interface Window {
  /** How many of what was counted. */
  count: number;
  seconds: number;
  /** Processor time of the processes that were watched. Seconds. */
  cpu: number;
}

/** Lets things run for `warmUp` ms, then watches a counter, and these processes, for `length` ms. */
export async function watch(
  processes: readonly number[],
  counter: () => number,
  { warmUp = 1_000, length = 2_500 } = {},
): Promise<Window> {
  await sleep(warmUp);
  const before = { count: counter(), at: performance.now(), cpu: cpuSeconds(processes) };
  await sleep(length);
  return {
    count: counter() - before.count,
    seconds: (performance.now() - before.at) / 1000,
    cpu: cpuSeconds(processes) - before.cpu,
  };
}

/** As rate a second, and processor time for one in microseconds. */
export function perUnit({ count, seconds, cpu }: Window): { perSecond: number; cpuMicros: number } {
  return { perSecond: count / seconds, cpuMicros: (cpu / count) * 1e6 };
}
