import { decodeJwt, errors, jwtVerify, SignJWT, type JWTPayload } from 'jose';
import { AppError, type ErrorCode } from '../../shared/errors.ts';
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

/** The claims of a token of that audience and scope; refuses with `expired` or `invalid`. */
export async function accessClaims(
  env: Env,
  audience: Audience,
  scope: string,
  token: string,
  now: number,
  refusal: { invalid: ErrorCode; expired: ErrorCode },
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

/** A claim of a token that is not verified yet: only to find out with which key to verify it. */
export function unverifiedClaim(token: string, name: string): unknown {
  try {
    return decodeJwt(token)[name];
  } catch {
    return undefined;
  }
}
