import { and, desc, eq, gt, isNull, lte, sql } from 'drizzle-orm';
import { sessionOf } from '../../durable-objects/session/stub.ts';
import { sessions, tokens } from '../../migrations/shard/schema.ts';
import { AppError } from '../../shared/errors.ts';
import type { ShardDb } from '../../migrations/shards.ts';
import { deviceLabel } from './device-label.ts';
import { sessionLifetime } from './refresh-cookie.ts';

export type Person = { workspaceId: string; userId: string };

/** Signs a device in: a new session with the first refresh counter. */
export async function doStartSession(db: ShardDb, person: Person, userAgent: string, now: number): Promise<string> {
  const seconds = Math.floor(now / 1000);
  const session = {
    workspaceId: person.workspaceId,
    userId: person.userId,
    id: crypto.randomUUID(),
    label: deviceLabel(userAgent),
    created: seconds,
    lastUsed: seconds,
    expires: seconds + sessionLifetime,
  };
  await db.batch([
    db.insert(sessions).values(session),
    db.delete(sessions).where(and(ofPerson(person), lte(sessions.expires, seconds))),
  ]);
  return session.id;
}

/** Whose session it is; refuses with `invalid_auth`. */
export async function accessSessionPerson(db: ShardDb, workspaceId: string, sessionId: string): Promise<Person> {
  const [row] = await db
    .select({ workspaceId: sessions.workspaceId, userId: sessions.userId })
    .from(sessions)
    .where(and(eq(sessions.workspaceId, workspaceId), eq(sessions.id, sessionId)));
  if (!row) throw new AppError('invalid_auth');
  return row;
}

/** The devices on which the person is signed in, the last used first. */
export async function listSessions(db: ShardDb, person: Person, now: number) {
  const { id, label, created, lastUsed } = sessions;
  return db
    .select({ id, label, created, lastUsed })
    .from(sessions)
    .where(and(ofPerson(person), isNull(sessions.revoked), gt(sessions.expires, Math.floor(now / 1000))))
    .orderBy(desc(sessions.lastUsed));
}

/**
 * Signs out one of the person's devices; or all, and their API tokens too. Once this returns nothing of them works any
 * more: the database refuses their tokens, and then their sockets are closed; in this order, since a socket could otherwise
 * be opened in between. Those that were signed out before are told again: that time, the second half may have failed.
 */
export async function doSignOut(
  env: Env,
  db: ShardDb,
  { workspaceId, userId }: Person,
  which: { sessionId: string } | 'everywhere',
  now: number,
): Promise<void> {
  const seconds = Math.floor(now / 1000);
  const named = which === 'everywhere' ? gt(sessions.expires, seconds) : eq(sessions.id, which.sessionId);
  const signedOut = await db
    .update(sessions)
    .set({ revoked: sql`coalesce(${sessions.revoked}, ${seconds})` })
    .where(and(ofPerson({ workspaceId, userId }), named))
    .returning({ id: sessions.id });
  if (which === 'everywhere') {
    await db
      .update(tokens)
      .set({ revoked: sql`coalesce(${tokens.revoked}, ${seconds})` })
      .where(and(eq(tokens.workspaceId, workspaceId), eq(tokens.userId, userId)));
  }
  await sessionOf(env, workspaceId, userId).signOut(signedOut.map(({ id }) => id));
}

function ofPerson({ workspaceId, userId }: Person) {
  return and(eq(sessions.workspaceId, workspaceId), eq(sessions.userId, userId));
}
