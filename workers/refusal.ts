import { AppError } from '../shared/errors.ts';
import type { AppContext } from './app.ts';

/**
 * The one place where what was thrown becomes an answer: a refusal says its code, anything else `internal_error`, and the
 * log has the rest. The status is 200 as in Slack's Web API, whose clients read `ok`; only a limit has one of its own.
 */
export function answerRefusal(error: Error, c: AppContext): Response {
  if (!(error instanceof AppError)) {
    const { method, path } = c.req;
    // `cause` is the database's own words, which drizzle wraps.
    console.error(
      JSON.stringify({ request: c.get('requestId'), method, path, stack: error.stack, cause: String(error.cause) }),
    );
    return c.json({ ok: false, error: 'internal_error' });
  }
  if (error.code !== 'ratelimited') return c.json({ ok: false, error: error.code, ...error.details });
  c.header('Retry-After', String(error.details['retry_after']));
  return c.json({ ok: false, error: error.code }, 429);
}
