import { base64url } from 'jose';
import { BoundedMap } from '../../shared/bounded-map.ts';

/** What a key is for. Keys for different things differ, so a signature for one is worthless for another. */
export type KeyPurpose = 'access' | 'ticket' | 'proof' | 'refresh' | 'code' | 'picture';

/** A key and its public name; the name says from which secret it comes, nothing else. */
export type SigningKey = { id: string; key: CryptoKey };

/** The scope of keys that belong to no workspace. */
export const everywhere = 'directory';

const minimumSecretLength = 16;

const derived = new BoundedMap<string, SigningKey>(5_000);

/**
 * The keys of a workspace (or of the directory) for one purpose, the one to sign with first. They come from
 * EDGEWAYS_SECRET by HKDF (RFC 5869). It may hold several secrets, one a line, the newest first: signatures are made with
 * the first and accepted from any, so a secret is replaced by putting a new line above it, and the old line removed once
 * nothing signed with it lives any more.
 */
export async function signingKeys(
  env: Env,
  purpose: KeyPurpose,
  scope: string,
): Promise<[SigningKey, ...SigningKey[]]> {
  const [newest, ...older] = secretsOf(env);
  if (!newest) throw new Error(`EDGEWAYS_SECRET needs a line of at least ${minimumSecretLength} characters`);
  const derive = (secret: string) => deriveKey(secret, purpose, scope);
  return [await derive(newest), ...(await Promise.all(older.map(derive)))];
}

function secretsOf(env: Env): string[] {
  return env.EDGEWAYS_SECRET.split('\n')
    .map((line) => line.trim())
    .filter((line) => line.length >= minimumSecretLength);
}

async function deriveKey(secret: string, purpose: KeyPurpose, scope: string): Promise<SigningKey> {
  const name = JSON.stringify([secret, purpose, scope]);
  const cached = derived.get(name);
  if (cached) return cached;
  const master = await crypto.subtle.importKey('raw', utf8(secret), 'HKDF', false, ['deriveKey', 'deriveBits']);
  const key = await crypto.subtle.deriveKey(
    hkdf(scope, `edgeways ${purpose}`),
    master,
    { name: 'HMAC', hash: 'SHA-256', length: 256 },
    false,
    ['sign', 'verify'],
  );
  const id = await crypto.subtle.deriveBits(hkdf('', 'edgeways key id'), master, 48);
  const signingKey = { id: base64url.encode(new Uint8Array(id)), key };
  derived.set(name, signingKey);
  return signingKey;
}

function hkdf(salt: string, info: string) {
  return { name: 'HKDF', hash: 'SHA-256', salt: utf8(salt), info: utf8(info) };
}

/** HMAC-SHA-256 of a text with the newest key, in base64url. */
export async function authenticationCode(env: Env, purpose: KeyPurpose, scope: string, text: string): Promise<string> {
  const [{ key }] = await signingKeys(env, purpose, scope);
  const code = await crypto.subtle.sign('HMAC', key, utf8(text));
  return base64url.encode(new Uint8Array(code));
}

/** Whether the code is one of that text, with any of the keys; in constant time. */
export async function isAuthentic(
  env: Env,
  purpose: KeyPurpose,
  scope: string,
  text: string,
  code: string,
): Promise<boolean> {
  const bytes = fromBase64Url(code);
  if (!bytes) return false;
  const keys = await signingKeys(env, purpose, scope);
  const checks = await Promise.all(keys.map(({ key }) => crypto.subtle.verify('HMAC', key, bytes, utf8(text))));
  return checks.includes(true);
}

function fromBase64Url(text: string): Uint8Array | null {
  try {
    return base64url.decode(text);
  } catch {
    return null;
  }
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
