import { z } from 'zod';
import { accessClaims, signJwt } from './jwt.ts';
import { everywhere } from './keys.ts';

/** Seconds. */
const proofLifetime = 15 * 60;

/** Says that an address is theirs, and nothing else. */
export async function signProof(env: Env, email: string, now: number): Promise<string> {
  return signJwt(env, 'proof', everywhere, { sub: email }, proofLifetime, now);
}

/** The address that the proof is of; refuses with `invalid_auth` or `token_expired`. */
export async function accessProvenEmail(env: Env, proof: string, now: number): Promise<string> {
  const refusal = { invalid: 'invalid_auth', expired: 'token_expired' } as const;
  const payload = await accessClaims(env, 'proof', everywhere, proof, now, refusal);
  return z.string().parse(payload.sub);
}
