import { AppError } from '../../shared/errors.ts';
import { BoundedMap } from '../../shared/bounded-map.ts';

/** Slack's tiers (https://api.slack.com/apis/rate-limits), and the one of its own that posting has. */
export type Tier = 1 | 2 | 3 | 4 | 'posting';

/** A bucket fills at `perMinute` and holds at most `burst`. */
export type Rate = { perMinute: number; burst: number };

/** All the limits. Each is per (workspace, caller, method); posting is per channel too. */
export const rates = {
  1: { perMinute: 1, burst: 2 },
  2: { perMinute: 20, burst: 20 },
  3: { perMinute: 50, burst: 50 },
  4: { perMinute: 100, burst: 100 },
  posting: { perMinute: 300, burst: 100 },
  postingInOneChannel: { perMinute: 60, burst: 10 },
} as const satisfies Record<Tier | 'postingInOneChannel', Rate>;

/** What a signed-in person's own client may do more than a token: it calls for what the person clicks on. */
export const signedInFactor = 10;

type Bucket = { tokens: number; at: number };
type Charge = { key: string; rate: Rate };

/**
 * Token buckets in an isolate's memory. On Cloudflare a caller may reach several isolates, each with buckets of its own,
 * so the limit is a floor; the exact limit of an app is to be its object's. On one machine it is exact.
 */
export class RateLimiter {
  /** A bucket that was dropped comes back full: whoever is forgotten has been quiet for longest. */
  readonly #buckets = new BoundedMap<string, Bucket>(20_000);

  /** Takes one token of each, or none; refuses with `ratelimited`. `now` in milliseconds. */
  take(charges: readonly Charge[], now: number): void {
    const filled = charges.map(({ key, rate }) => ({ key, rate, ...this.#fill(key, rate, now) }));
    const wait = Math.max(...filled.map(secondsUntilOne));
    if (wait > 0) throw new AppError('ratelimited', { retry_after: wait });
    for (const { key, tokens, at } of filled) this.#buckets.set(key, { tokens: tokens - 1, at });
  }

  #fill(key: string, rate: Rate, now: number): Bucket {
    const bucket = this.#buckets.get(key);
    if (!bucket) return { tokens: rate.burst, at: now };
    const minutes = Math.max(0, now - bucket.at) / 60_000;
    return { tokens: Math.min(rate.burst, bucket.tokens + minutes * rate.perMinute), at: Math.max(now, bucket.at) };
  }
}

/** Whole seconds, at least one, until the bucket has a token; zero when it has. */
function secondsUntilOne({ tokens, rate }: { tokens: number; rate: Rate }): number {
  return tokens >= 1 ? 0 : Math.max(1, Math.ceil(((1 - tokens) * 60) / rate.perMinute));
}
