import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from './app.ts';

/** For answers that are data. Pages and scripts are assets, which have theirs from `web/public/_headers`. */
const headers = {
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'Strict-Transport-Security': 'max-age=31536000',
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-store',
} as const;

/**
 * Gives each request an id, by which an answer is found in the log, and each answer its headers. They are prepared
 * before the answer exists, so a socket's upgrade, which is made by its object and cannot be changed, passes as it is.
 */
export const secured: MiddlewareHandler<AppEnv> = async (c, next) => {
  const requestId = crypto.randomUUID();
  c.set('requestId', requestId);
  c.header('X-Request-Id', requestId);
  for (const [name, value] of Object.entries(headers)) c.header(name, value);
  await next();
};
