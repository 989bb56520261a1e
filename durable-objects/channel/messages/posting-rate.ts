import type { Rate } from '../../storage/limiter.ts';

/**
 * How fast one person may post into one channel. A setting: POSTS_PER_SECOND, with ten seconds' worth at once. Fast hands
 * and pasted lists fit; a loop does not.
 */
export function postingRate(env: { POSTS_PER_SECOND: string }): Rate {
  const perSecond = Number(env.POSTS_PER_SECOND);
  return { burst: perSecond * 10, perSecond };
}
