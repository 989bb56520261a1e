import { decodeJwt, errors, jwtVerify, SignJWT, type JWTPayload } from 'jose';
import { AppError, type ErrorCode } from '../../shared/errors.ts';
import { WorkspaceId } from '../../shared/ids.ts';
import { signingKeys, type KeyPurpose } from './keys.ts';

/** Purposes of signed tokens: each is its token's audience, and has keys of its own. */
type Audience = Extract<KeyPurpose, 'access' | 'ticket' | 'proof'>;

/** Signs the claims, good for `lifetime` seconds from `now` (milliseconds). */
export async function signJwt(
  env: Env,
  audience: Audience,
  scope: string,
  claims: JWTPayload,
  lifetime: number,
  now: number,
): Promise<string> {
  const [{ id, key }] = await signingKeys(env, audience, scope);
  const issued = Math.floor(now / 1000);
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256', kid: id })
    .setAudience(audience)
    .setIssuedAt(issued)
    .setExpirationTime(issued + lifetime)
    .sign(key);
}

/** The codes with which a token is refused. */
type Refusals = { invalid: ErrorCode; expired: ErrorCode };

/** The claims of a token of that audience, signed with the keys of that scope; refuses with the codes of `refusal`. */
export async function accessClaims(
  env: Env,
  audience: Audience,
  scope: string,
  token: string,
  now: number,
  refusal: Refusals,
): Promise<JWTPayload> {
  const keys = await signingKeys(env, audience, scope);
  const keyFor = ({ kid }: { kid?: string }) => {
    const named = keys.find(({ id }) => id === kid);
    if (!named) throw new errors.JWKSNoMatchingKey();
    return named.key;
  };
  try {
    const { payload } = await jwtVerify(token, keyFor, {
      algorithms: ['HS256'],
      audience,
      currentDate: new Date(now),
      requiredClaims: ['exp', 'iat', 'sub'],
    });
    return payload;
  } catch (error) {
    if (error instanceof errors.JWTExpired) throw new AppError(refusal.expired);
    if (error instanceof errors.JOSEError) throw new AppError(refusal.invalid);
    throw error;
  }
}

/** The same for a token that is signed with its workspace's keys, and names the workspace in the claim `team`. */
export async function accessWorkspaceClaims(
  env: Env,
  audience: Audience,
  token: string,
  now: number,
  refusal: Refusals,
): Promise<JWTPayload> {
  const workspaceId = WorkspaceId.safeParse(unverifiedTeam(token));
  if (!workspaceId.success) throw new AppError(refusal.invalid);
  return accessClaims(env, audience, workspaceId.data, token, now, refusal);
}

/** Not verified yet: only to find out with which keys to verify the token. */
function unverifiedTeam(token: string): unknown {
  try {
    return decodeJwt(token)['team'];
  } catch {
    return undefined;
  }
}
