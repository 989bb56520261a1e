import type { Rate } from './limiter.ts';

/**
 * How fast a client may say what is no message: that somebody types, what is on screen, what is in a composer. Several times
 * what a person can bring about; messages have a limit of their own, and an answer that says when to come again.
 */
export const frameRate: Rate = { burst: 100, perSecond: 10 };
