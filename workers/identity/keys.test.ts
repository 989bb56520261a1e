import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { authenticationCode, isAuthentic, signingKeys } from './keys.ts';

const withSecret = (secret: string): Env => ({ ...env, EDGEWAYS_SECRET: secret });
const [oldSecret, newSecret] = ['the old secret, long enough', 'the new secret, long enough'];

describe('keys', () => {
  it('differ by workspace and by purpose', async () => {
    const codes = await Promise.all([
      authenticationCode(env, 'access', 'T1', 'text'),
      authenticationCode(env, 'access', 'T2', 'text'),
      authenticationCode(env, 'ticket', 'T1', 'text'),
    ]);
    expect(new Set(codes).size).toBe(3);
    expect(await isAuthentic(env, 'access', 'T1', 'text', codes[0])).toBe(true);
    expect(await isAuthentic(env, 'access', 'T2', 'text', codes[0])).toBe(false);
    expect(await isAuthentic(env, 'ticket', 'T1', 'text', codes[0])).toBe(false);
  });

  it('can be replaced: the new secret signs, and the old one’s signatures are good until it is removed', async () => {
    const before = await authenticationCode(withSecret(oldSecret), 'refresh', 'T1', 'text');
    const during = withSecret(`${newSecret}\n${oldSecret}\n`);
    const after = withSecret(newSecret);
    expect(await isAuthentic(during, 'refresh', 'T1', 'text', before)).toBe(true);
    expect(await authenticationCode(during, 'refresh', 'T1', 'text')).not.toBe(before);
    expect(await authenticationCode(during, 'refresh', 'T1', 'text')).toBe(
      await authenticationCode(after, 'refresh', 'T1', 'text'),
    );
    expect(await isAuthentic(after, 'refresh', 'T1', 'text', before)).toBe(false);
  });

  it.each(['', 'short', '\n\n'])('are not made from the secret %j', async (secret) => {
    await expect(signingKeys(withSecret(secret), 'access', 'T1')).rejects.toThrow('EDGEWAYS_SECRET');
  });

  it.each(['', '=', '*', 'AAAA', '\u0000'])('do not take %j for a signature', async (code) => {
    expect(await isAuthentic(env, 'access', 'T1', 'text', code)).toBe(false);
  });
});
