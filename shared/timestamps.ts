import { z } from 'zod';

/**
 * A message's `ts`: seconds since 1970, a point, six digits of microseconds, as a string. It is the message's id and
 * its place in the one order of its channel. Compare as numbers of microseconds, never as floats.
 */
export const Ts = z.string().regex(/^\d{1,10}\.\d{6}$/);

/** Slack's "nothing yet", for instance as the `last_read` of somebody who has read nothing. */
export const zeroTs = '0000000000.000000';

/** `ts` as whole microseconds; exact, since the year 2255 is where 2^53 of them ends. */
export function tsToMicros(ts: string): number {
  const point = ts.indexOf('.');
  return Number(ts.slice(0, point)) * 1_000_000 + Number(ts.slice(point + 1));
}

/** 0 is `zeroTs`. */
export function microsToTs(micros: number): string {
  if (micros === 0) return zeroTs;
  const seconds = Math.floor(micros / 1_000_000);
  return `${seconds}.${String(micros - seconds * 1_000_000).padStart(6, '0')}`;
}

/** Negative when `a` is earlier. */
export function compareTs(a: string, b: string): number {
  return tsToMicros(a) - tsToMicros(b);
}
