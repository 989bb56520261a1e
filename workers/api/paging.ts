import { z } from 'zod';
import { encodeCursor } from './cursor.ts';

export const cursorArgument = z
  .string('invalid_cursor')
  .default('')
  .describe('`response_metadata.next_cursor` of the answer before; empty for the first page.');

/** How many entries a page may have. Zero means what leaving it out means; more than `most` means `most`, as in Slack. */
export function limitArgument(usual: number, most: number) {
  return z
    .int('invalid_limit')
    .min(0, 'invalid_limit')
    .default(usual)
    .transform((limit) => (limit === 0 ? usual : Math.min(limit, most)))
    .describe(`At most this many entries a page; never more than ${most}.`);
}

export const pagingErrors = ['invalid_cursor', 'invalid_limit'] as const;

/** The page in rows of which one more than `limit` was asked for, and the cursor of the next page, if there is one. */
export function takePage<Row>(
  rows: readonly Row[],
  limit: number,
  cursor: { kind: string; place: (last: Row) => string },
): { page: readonly Row[]; next: string | null } {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const hasMore = rows.length > limit && last !== undefined;
  return { page, next: hasMore ? encodeCursor(cursor.kind, cursor.place(last)) : null };
}
