import { setCookie } from 'hono/cookie';
import type { SignedIn } from '../../shared/protocol/auth.ts';
import type { AppContext } from '../app.ts';
import { accessTokenLifetime, signAccessToken } from '../identity/access-token.ts';
import { accessMember, type Member } from '../identity/memberships.ts';
import { noteHost } from '../identity/hosts.ts';
import { isLocalHost } from '../identity/origin.ts';
import {
  encodeRefreshToken,
  refreshCookieName,
  sessionLifetime,
  type RefreshToken,
} from '../identity/refresh-cookie.ts';
import { doStartSession, type Person } from '../identity/sessions.ts';

/** Signs the device in as that person; refuses with `account_inactive`. */
export async function answerSignIn(c: AppContext, person: Person, now: number): Promise<Response> {
  const { db, ...member } = await accessMember(c.env, person);
  const sessionId = await doStartSession(db, person, c.req.header('user-agent') ?? '', now);
  await noteHost(db, member, c.req.raw);
  return answerTokens(c, member, { sessionId, counter: 0 }, now);
}

/** Answers with a new access token, and with the refresh token in its cookie. */
export async function answerTokens(c: AppContext, member: Member, token: RefreshToken, now: number): Promise<Response> {
  const { workspace, user } = member;
  const identity = { workspaceId: workspace.id, userId: user.id, sessionId: token.sessionId };
  writeRefreshCookie(c, workspace.id, await encodeRefreshToken(c.env, workspace.id, token), sessionLifetime);
  const signedIn: SignedIn = {
    access_token: await signAccessToken(c.env, identity, now),
    expires_in: accessTokenLifetime,
    workspace,
    user,
  };
  return c.json({ ok: true, ...signedIn });
}

export function clearRefreshCookie(c: AppContext, workspaceId: string): void {
  writeRefreshCookie(c, workspaceId, '', 0);
}

/** Out of scripts' reach, and sent to nothing but `/auth` of this host. A browser on this machine may do without TLS. */
function writeRefreshCookie(c: AppContext, workspaceId: string, value: string, maxAge: number): void {
  setCookie(c, refreshCookieName(workspaceId), value, {
    httpOnly: true,
    sameSite: 'Strict',
    secure: !isLocalHost(new URL(c.req.url)),
    path: '/auth',
    maxAge,
  });
}
