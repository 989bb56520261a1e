import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../shared/errors.ts';
import { RateLimiter, rates } from './rate-limits.ts';

const rate = { perMinute: 60, burst: 3 };

/** Seconds to wait; zero when the call went through. */
function take(limiter: RateLimiter, now: number, key = 'k', of = rate): number {
  try {
    limiter.take([{ key, rate: of }], now);
    return 0;
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'ratelimited') throw error;
    return Number(error.details['retry_after']);
  }
}

describe('RateLimiter', () => {
  it('lets a burst through, then says how long to wait', () => {
    const limiter = new RateLimiter();
    expect([0, 0, 0, 0].map((at) => take(limiter, at))).toEqual([0, 0, 0, 1]);
    expect(take(limiter, 999)).toBe(1);
    expect(take(limiter, 1000)).toBe(0);
  });

  it('says whole seconds', () => {
    const limiter = new RateLimiter();
    const waits = [1, 2, 3].map(() => take(limiter, 0, 'k', rates[1]));
    expect(waits).toEqual([0, 0, 60]);
    expect(take(limiter, 30_500, 'k', rates[1])).toBe(30);
  });

  it('keeps keys apart', () => {
    const limiter = new RateLimiter();
    for (let i = 0; i < 3; i += 1) take(limiter, 0, 'a');
    expect([take(limiter, 0, 'a'), take(limiter, 0, 'b')]).toEqual([1, 0]);
  });

  it('charges all of a call or nothing', () => {
    const limiter = new RateLimiter();
    const small = { perMinute: 60, burst: 1 };
    const both = () =>
      limiter.take(
        [
          { key: 'wide', rate },
          { key: 'narrow', rate: small },
        ],
        0,
      );
    both();
    expect(both).toThrow(AppError);
    expect(both).toThrow(AppError);
    expect([take(limiter, 0, 'wide'), take(limiter, 0, 'wide'), take(limiter, 0, 'wide')]).toEqual([0, 0, 1]);
  });

  it('is not fooled by a clock that goes back', () => {
    const limiter = new RateLimiter();
    for (let i = 0; i < 3; i += 1) take(limiter, 10_000);
    expect(take(limiter, 0)).toBe(1);
    expect(take(limiter, 10_000)).toBe(1);
  });

  it('never lets more through than the burst and the time allow, and always lets who waits', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3000 }), { maxLength: 60 }), (gaps) => {
        const limiter = new RateLimiter();
        let now = 0;
        let passed = 0;
        for (const gap of gaps) {
          now += gap;
          const wait = take(limiter, now);
          now += wait * 1000;
          passed += 1;
          expect(wait === 0 || take(limiter, now) === 0).toBe(true);
        }
        expect(passed).toBeLessThanOrEqual(rate.burst + (now / 60_000) * rate.perMinute + 1e-6);
      }),
    );
  });
});
