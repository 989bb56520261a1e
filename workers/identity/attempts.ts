import { sql } from 'drizzle-orm';
import { attempts } from '../../migrations/directory/schema.ts';
import { AppError } from '../../shared/errors.ts';
import type { DirectoryDb } from '../../migrations/shards.ts';
import { clientAddress, isLoopback, networkOf } from './origin.ts';

/** At most `count` in a window of `seconds`, which begins with the first. */
type Limit = { count: number; seconds: number };

const quarterHour = 15 * 60;
const day = 24 * 60 * 60;

/** All limits of signing in. An origin may be an office of hundreds, so its limits are wide. */
export const attemptLimits = {
  codesToAddress: { count: 5, seconds: quarterHour },
  codesFromOrigin: { count: 100, seconds: quarterHour },
  verificationsFromOrigin: { count: 100, seconds: quarterHour },
  workspacesOfAddress: { count: 10, seconds: day },
  invitationsOfWorkspace: { count: 500, seconds: day },
} as const satisfies Record<string, Limit>;

/** Counts `times` attempts of a subject (an address, a workspace); refuses with `too_many_attempts` past the limit. */
export async function requireAttempt(
  db: DirectoryDb,
  kind: keyof typeof attemptLimits,
  subject: string,
  now: number,
  times = 1,
): Promise<void> {
  const limit = attemptLimits[kind];
  const seconds = Math.floor(now / 1000);
  const isOver = sql`${attempts.expires} <= ${seconds}`;
  const [row] = await db
    .insert(attempts)
    .values({ subject: `${kind}:${subject}`, count: times, expires: seconds + limit.seconds })
    .onConflictDoUpdate({
      target: attempts.subject,
      set: {
        count: sql`CASE WHEN ${isOver} THEN excluded.count ELSE ${attempts.count} + excluded.count END`,
        expires: sql`CASE WHEN ${isOver} THEN excluded.expires ELSE ${attempts.expires} END`,
      },
    })
    .returning({ count: attempts.count, expires: attempts.expires });
  if (row && row.count > limit.count) throw new AppError('too_many_attempts', { retry_after: row.expires - seconds });
}

/**
 * The same for where a request comes from. A loopback connection is a proxy's or the machine's own: counting it would
 * lock out everybody at once.
 */
export async function requireAttemptFromOrigin(
  db: DirectoryDb,
  kind: 'codesFromOrigin' | 'verificationsFromOrigin',
  request: Request,
  now: number,
): Promise<void> {
  const address = clientAddress(request);
  if (address !== null && !isLoopback(request)) await requireAttempt(db, kind, networkOf(address), now);
}
