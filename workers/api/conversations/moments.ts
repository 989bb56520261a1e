import { z } from 'zod';
import type { ErrorCode } from '../../../shared/errors.ts';
import { Ts, tsToMicros } from '../../../shared/timestamps.ts';

const moment = /^(\d{1,10})(?:\.(\d{1,6})\d*)?$/;

/**
 * A moment as Slack's clients write it: a `ts`, or seconds with any number of decimals, or a number. In microseconds;
 * undefined when it is left out, or says nothing: zero as the oldest, `now` as the latest.
 */
export function momentArgument(refusal: ErrorCode) {
  return z
    .union([z.string(), z.number()], refusal)
    .optional()
    .transform((value, context) => {
      const text = String(value ?? '');
      if (text === '' || text === 'now') return undefined;
      const [, seconds, decimals = ''] = moment.exec(text) ?? [];
      if (seconds !== undefined) return tsToMicros(`${seconds}.${decimals.padEnd(6, '0')}`) || undefined;
      context.addIssue({ code: 'custom', message: refusal });
      return z.NEVER;
    });
}

/** The `ts` of a message; in any other form it names none, and is refused as such. */
export function tsArgument(refusal: ErrorCode) {
  return z.string().refine((ts) => Ts.safeParse(ts).success, refusal);
}
