import { z } from 'zod';
import { UserId, WorkspaceId } from '../../shared/ids.ts';
import { accessWorkspaceClaims, signJwt } from './jwt.ts';

/** Seconds. */
export const accessTokenLifetime = 10 * 60;

/** Who a session belongs to. A role is not among it: that is looked up, so that a change of it counts at once. */
export type SessionIdentity = { workspaceId: string; userId: string; sessionId: string };

export const SessionClaims = z.object({ team: WorkspaceId, sub: UserId, sid: z.string() });

export async function signAccessToken(env: Env, identity: SessionIdentity, now: number): Promise<string> {
  const claims = { team: identity.workspaceId, sub: identity.userId, sid: identity.sessionId };
  return signJwt(env, 'access', identity.workspaceId, claims, accessTokenLifetime, now);
}

/** Whose access token it is; refuses with `invalid_auth` or `token_expired`. Whether the session still lives is not asked. */
export async function accessSessionIdentity(env: Env, token: string, now: number): Promise<SessionIdentity> {
  const refusal = { invalid: 'invalid_auth', expired: 'token_expired' } as const;
  const payload = await accessWorkspaceClaims(env, 'access', token, now, refusal);
  const { team, sub, sid } = SessionClaims.parse(payload);
  return { workspaceId: team, userId: sub, sessionId: sid };
}
