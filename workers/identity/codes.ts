import { and, eq, gt, lte, sql } from 'drizzle-orm';
import { attempts, signInCodes } from '../../migrations/directory/schema.ts';
import { AppError } from '../../shared/errors.ts';
import type { Delivery } from '../../shared/protocol/auth.ts';
import { openDirectory } from '../../migrations/shards.ts';
import { requireAttempt, requireAttemptFromOrigin } from './attempts.ts';
import { authenticationCode, everywhere, isAuthentic } from './keys.ts';
import { codeMail } from './mail-texts.ts';
import { deliver } from './mail.ts';

/** Seconds. */
const codeLifetime = 10 * 60;
const triesPerCode = 5;

/**
 * Sends a new code to the address, which replaces the one before. Nothing is said, or done differently, for an address
 * that belongs to no workspace. Refuses with `too_many_attempts` or `mail_failed`.
 */
export async function doSendCode(env: Env, email: string, request: Request, now: number): Promise<Delivery> {
  const db = openDirectory(env);
  await requireAttemptFromOrigin(db, 'codesFromOrigin', request, now);
  await requireAttempt(db, 'codesToAddress', email, now);
  const code = randomCode();
  const seconds = Math.floor(now / 1000);
  const values = {
    codeHash: await hashCode(env, email, code),
    expires: seconds + codeLifetime,
    triesLeft: triesPerCode,
  };
  await db.batch([
    db
      .insert(signInCodes)
      .values({ email, ...values })
      .onConflictDoUpdate({ target: signInCodes.email, set: values }),
    // What is over is swept up here, where it is made.
    db.delete(signInCodes).where(lte(signInCodes.expires, seconds)),
    db.delete(attempts).where(lte(attempts.expires, seconds)),
  ]);
  return deliver(env, { to: email, ...codeMail(code), line: `sign-in code for ${email}: ${code}` });
}

/** Uses up the code; refuses with `invalid_code` or `too_many_attempts`. */
export async function doUseCode(env: Env, email: string, code: string, request: Request, now: number): Promise<void> {
  const db = openDirectory(env);
  await requireAttemptFromOrigin(db, 'verificationsFromOrigin', request, now);
  // A try is paid for before it is judged, so that tries made at the same time count one by one.
  const [row] = await db
    .update(signInCodes)
    .set({ triesLeft: sql`${signInCodes.triesLeft} - 1` })
    .where(
      and(eq(signInCodes.email, email), gt(signInCodes.triesLeft, 0), gt(signInCodes.expires, Math.floor(now / 1000))),
    )
    .returning({ codeHash: signInCodes.codeHash });
  if (!row || !(await isAuthentic(env, 'code', everywhere, codeText(email, code), row.codeHash))) {
    throw new AppError('invalid_code');
  }
  // Of several with the right code, the one whose statement finds the row has used it.
  const used = await db
    .delete(signInCodes)
    .where(and(eq(signInCodes.email, email), eq(signInCodes.codeHash, row.codeHash)))
    .returning({ email: signInCodes.email });
  if (used.length === 0) throw new AppError('invalid_code');
}

/** The store is no place to read codes from: with a plain hash, a million guesses would be quick. */
function hashCode(env: Env, email: string, code: string): Promise<string> {
  return authenticationCode(env, 'code', everywhere, codeText(email, code));
}

function codeText(email: string, code: string): string {
  return `${email}:${code}`;
}

/** Six digits, each code as likely as any other: numbers past the last whole million are drawn again. */
function randomCode(): string {
  const wholeMillions = Math.floor(2 ** 32 / 1_000_000) * 1_000_000;
  for (;;) {
    const [number = wholeMillions] = crypto.getRandomValues(new Uint32Array(1));
    if (number < wholeMillions) return String(number % 1_000_000).padStart(6, '0');
  }
}
