import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import { sessions } from '../../migrations/shard/schema.ts';
import { AppError } from '../../shared/errors.ts';
import type { ShardDb } from '../../migrations/shards.ts';
import { sessionLifetime, type RefreshToken } from './refresh-cookie.ts';

/** The token to hand out; `reused` when an old one came back, and with it the end of the session. */
export type Rotation = RefreshToken | 'reused';

/**
 * Trades a refresh token for the next. The counter's one use decides, in one statement: of several who bring the same
 * token one rotates. The others get the same answer when they bring the same `attempt`, since then they are the same
 * client that did not hear; any other use of an old token means that two have it, and which of them is the thief
 * cannot be told.
 */
export async function doRotate(
  db: ShardDb,
  workspaceId: string,
  token: RefreshToken,
  attempt: string,
  now: number,
): Promise<Rotation> {
  const seconds = Math.floor(now / 1000);
  const thisSession = and(eq(sessions.workspaceId, workspaceId), eq(sessions.id, token.sessionId));
  const [rotated] = await db
    .update(sessions)
    .set({
      refreshCounter: sql`${sessions.refreshCounter} + 1`,
      lastAttempt: attempt,
      lastUsed: seconds,
      expires: seconds + sessionLifetime,
    })
    .where(
      and(
        thisSession,
        eq(sessions.refreshCounter, token.counter),
        isNull(sessions.revoked),
        gt(sessions.expires, seconds),
      ),
    )
    .returning({ sessionId: sessions.id, counter: sessions.refreshCounter });
  if (rotated) return rotated;

  const [session] = await db.select().from(sessions).where(thisSession);
  if (!session) throw new AppError('invalid_auth');
  if (session.revoked !== null) throw new AppError('token_revoked');
  if (session.expires <= seconds) throw new AppError('token_expired');
  const isRepeat = token.counter === session.refreshCounter - 1 && attempt === session.lastAttempt;
  return isRepeat ? { sessionId: session.id, counter: session.refreshCounter } : 'reused';
}
