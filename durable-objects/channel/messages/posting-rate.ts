/**
 * How fast one person may post into one channel: a bucket that refills. In memory only: an evicted object forgives,
 * and nothing is written for it. Of the people who posted, only those with a bucket not yet full are kept.
 */
export type PostingRate = { burst: number; perSecond: number };

/** A setting: POSTS_PER_SECOND, with ten seconds' worth at once. Fast hands and pasted lists fit; a loop does not. */
export function postingRate(env: { POSTS_PER_SECOND: string }): PostingRate {
  const perSecond = Number(env.POSTS_PER_SECOND);
  return { burst: perSecond * 10, perSecond };
}

export class PostingLimiter {
  readonly #rate: PostingRate;
  readonly #buckets = new Map<string, { tokens: number; at: number }>();

  constructor(rate: PostingRate) {
    this.#rate = rate;
  }

  /** Takes one post; 0 when allowed, otherwise the seconds to wait. `now` in milliseconds. */
  take(userId: string, now: number): number {
    const bucket = this.#buckets.get(userId) ?? { tokens: this.#rate.burst, at: now };
    const elapsed = Math.max(0, now - bucket.at) / 1000;
    bucket.tokens = Math.min(this.#rate.burst, bucket.tokens + elapsed * this.#rate.perSecond);
    bucket.at = now;
    this.#buckets.delete(userId);
    this.#buckets.set(userId, bucket);
    this.#forgetFull(now);
    if (bucket.tokens < 1) return (1 - bucket.tokens) / this.#rate.perSecond;
    bucket.tokens -= 1;
    return 0;
  }

  /** Buckets are in order of last use, so the full ones are in front. */
  #forgetFull(now: number): void {
    const timeToFill = (this.#rate.burst / this.#rate.perSecond) * 1000;
    for (const [userId, bucket] of this.#buckets) {
      if (now - bucket.at < timeToFill) return;
      this.#buckets.delete(userId);
    }
  }
}
