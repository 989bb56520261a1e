const firstDelay = 500;
const longestDelay = 30_000;

/**
 * How long to wait before the next attempt, in milliseconds, after `failures` failed ones. Doubles up to half a minute;
 * the upper half is left to chance, so that the clients that a restarted server dropped do not all come back at once
 * ("equal jitter": https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/).
 */
export function backOffDelay(failures: number, random: () => number): number {
  const whole = Math.min(longestDelay, firstDelay * 2 ** failures);
  return whole / 2 + (random() * whole) / 2;
}
