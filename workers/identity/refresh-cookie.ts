import { authenticationCode, isAuthentic } from './keys.ts';

/** Seconds that a device stays signed in without being used. */
export const sessionLifetime = 30 * 24 * 60 * 60;

export type RefreshToken = { sessionId: string; counter: number };

/** One cookie a workspace, so that a browser can be signed in to several. */
export function refreshCookieName(workspaceId: string): string {
  return `edgeways-${workspaceId}`;
}

/**
 * The refresh token is made from the session and its counter, and nothing else: whoever repeats a refresh whose answer
 * was lost gets the very same one, without its being stored.
 */
export async function encodeRefreshToken(env: Env, workspaceId: string, token: RefreshToken): Promise<string> {
  const text = `${token.sessionId}.${token.counter}`;
  return `${text}.${await authenticationCode(env, 'refresh', workspaceId, text)}`;
}

/** What the cookie says; null when we did not write it. */
export async function getRefreshToken(env: Env, workspaceId: string, cookie: string): Promise<RefreshToken | null> {
  const [, sessionId, counter, code] = /^([\w-]+)\.(\d{1,15})\.([\w-]+)$/.exec(cookie) ?? [];
  if (!sessionId || !counter || !code) return null;
  if (!(await isAuthentic(env, 'refresh', workspaceId, `${sessionId}.${counter}`, code))) return null;
  return { sessionId, counter: Number(counter) };
}
