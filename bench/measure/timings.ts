import { quantile } from './statistics.ts';

/** How long each of so many goes takes, one after the other: p50, p95 and the longest, in milliseconds. */
export async function timings(
  goes: number,
  work: (index: number) => Promise<unknown>,
): Promise<Record<string, number>> {
  const samples: number[] = [];
  for (let i = 0; i < goes; i += 1) {
    const startedAt = performance.now();
    await work(i);
    samples.push(performance.now() - startedAt);
  }
  return { p50: quantile(samples, 0.5), p95: quantile(samples, 0.95), longest: Math.max(...samples) };
}

export const timingMeasures = {
  p50: { title: 'p50', unit: 'ms', digits: 1 },
  p95: { title: 'p95', unit: 'ms', digits: 1 },
  longest: { title: 'longest', unit: 'ms', digits: 1 },
};
