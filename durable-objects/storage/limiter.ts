/** A bucket that refills: what may be done at once, and how fast after that. */
export type Rate = { burst: number; perSecond: number };

/**
 * How fast each of many may do something. In memory only: an evicted object forgives, and nothing is written for it. Of
 * those who did it, only those with a bucket not yet full are kept.
 */
export class Limiter {
  readonly #rate: Rate;
  readonly #buckets = new Map<string, { tokens: number; at: number }>();

  constructor(rate: Rate) {
    this.#rate = rate;
  }

  /** Takes one; 0 when allowed, otherwise the seconds to wait. `now` in milliseconds. */
  take(who: string, now: number): number {
    const bucket = this.#buckets.get(who) ?? { tokens: this.#rate.burst, at: now };
    const elapsed = Math.max(0, now - bucket.at) / 1000;
    bucket.tokens = Math.min(this.#rate.burst, bucket.tokens + elapsed * this.#rate.perSecond);
    bucket.at = now;
    this.#buckets.delete(who);
    this.#buckets.set(who, bucket);
    this.#forgetFull(now);
    if (bucket.tokens < 1) return (1 - bucket.tokens) / this.#rate.perSecond;
    bucket.tokens -= 1;
    return 0;
  }

  /** Buckets are in order of last use, so the full ones are in front. */
  #forgetFull(now: number): void {
    const timeToFill = (this.#rate.burst / this.#rate.perSecond) * 1000;
    for (const [who, bucket] of this.#buckets) {
      if (now - bucket.at < timeToFill) return;
      this.#buckets.delete(who);
    }
  }
}
