import { env } from 'cloudflare:workers';
import { decodeJwt, SignJWT, UnsecuredJWT, type JWTPayload } from 'jose';
import { describe, expect, it } from 'vitest';
import { accessTokenLifetime, signAccessToken } from '../identity/access-token.ts';
import { signingKeys, type KeyPurpose } from '../identity/keys.ts';
import { newOpaqueToken } from '../identity/opaque-token.ts';
import { signProof } from '../identity/proof.ts';
import { signTicket } from '../identity/ticket.ts';
import { call, readAnswer, send } from '../testing/http.ts';
import { changePerson, createToken, createWorkspace, joinWorkspace, type Somebody } from '../testing/people.ts';

const test = (token: string) => call('auth.test', {}, token);
const refused = (error: string) => ({ ok: false, error });

const claimsOf = ({ token }: Somebody) => decodeJwt(token);

/** A token signed by us for something, with claims of one's choice. */
async function signed(claims: JWTPayload, purpose: KeyPurpose, scope: string): Promise<string> {
  const [{ id, key }] = await signingKeys(env, purpose, scope);
  return new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid: id }).sign(key);
}

describe('an access token', () => {
  it('is refused when it expires', async () => {
    const owner = await createWorkspace();
    const { team, sub, sid } = claimsOf(owner);
    const identity = { workspaceId: String(team), userId: String(sub), sessionId: String(sid) };
    const agedBy = (seconds: number) => signAccessToken(env, identity, Date.now() - seconds * 1000);
    expect(await test(await agedBy(accessTokenLifetime - 5))).toMatchObject({ ok: true });
    expect(await test(await agedBy(accessTokenLifetime))).toEqual(refused('token_expired'));
  });

  it('is refused when anybody but us made it', async () => {
    const owner = await createWorkspace();
    const claims = claimsOf(owner);
    const [header, payload, signature = ''] = owner.token.split('.');
    const [{ id }] = await signingKeys(env, 'access', owner.workspaceId);
    const guessed = new TextEncoder().encode('secret'.repeat(8));
    const forged = [
      new UnsecuredJWT(claims).encode(),
      `${header}.${payload}.`,
      `${header}.${payload}.${signature.split('').toReversed().join('')}`,
      `${header}.${btoa(JSON.stringify({ ...claims, sub: 'U2' })).replace(/=/g, '')}.${signature}`,
      await new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid: id }).sign(guessed),
      await new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(guessed),
      await new SignJWT(claims).setProtectedHeader({ alg: 'HS512', kid: id }).sign(guessed),
    ];
    for (const token of forged) expect(await test(token)).toEqual(refused('invalid_auth'));
  });

  it('is refused when we made it for something else', async () => {
    const owner = await createWorkspace();
    const claims = claimsOf(owner);
    const { exp: _, ...endless } = claims;
    const identity = { workspaceId: owner.workspaceId, userId: owner.userId, sessionId: String(claims['sid']) };
    const others = [
      await signTicket(env, identity, 'session', Date.now()),
      await signProof(env, owner.email, Date.now()),
      // The right claims under the key of a ticket, and the claims of a ticket under the right key.
      await signed(claims, 'ticket', owner.workspaceId),
      await signed({ ...claims, aud: 'ticket' }, 'access', owner.workspaceId),
      await signed(endless, 'access', owner.workspaceId),
    ];
    for (const token of others) expect(await test(token)).toEqual(refused('invalid_auth'));
  });

  it('of one workspace is nothing in another', async () => {
    const mine = await createWorkspace();
    const theirs = await createWorkspace();
    const moved = { ...claimsOf(mine), team: theirs.workspaceId };
    expect(await test(await signed(moved, 'access', mine.workspaceId))).toEqual(refused('invalid_auth'));
    // Even if a workspace's key could sign for it, the session is not there.
    expect(await test(await signed(moved, 'access', theirs.workspaceId))).toEqual(refused('invalid_auth'));
  });

  it('is the session’s person’s, whoever else it names', async () => {
    const owner = await createWorkspace();
    const member = await joinWorkspace(owner);
    const swapped = { ...claimsOf(member), sub: owner.userId };
    expect(await test(await signed(swapped, 'access', owner.workspaceId))).toEqual(refused('invalid_auth'));
  });
});

describe('an API token', () => {
  it('is refused when it is made up, of whatever workspace', async () => {
    const owner = await createWorkspace();
    const theirs = await createWorkspace();
    const token = await createToken(owner, []);
    const secret = token.split('-').slice(2).join('-');
    const madeUp = [
      'xoxp-',
      'xoxp-x',
      'xox',
      `xoxp-${newOpaqueToken(owner.workspaceId)}`,
      `xoxp-${newOpaqueToken('T404')}`,
      `xoxp-${theirs.workspaceId}-${secret}`,
      `xoxb-${owner.workspaceId}-${secret}`,
      `${token}x`,
      token.slice(0, -1),
      "xoxp-T1-'OR/**/1=1--",
    ];
    for (const candidate of madeUp) expect(await test(candidate)).toEqual(refused('invalid_auth'));
    expect(await test(token)).toMatchObject({ ok: true });
  });

  it('is taken from the header, a form, JSON or the query', async () => {
    const owner = await createWorkspace();
    const token = await createToken(owner, []);
    const ways: [string, RequestInit][] = [
      ['/api/auth.test', { headers: { authorization: `bearer  ${token}` } }],
      ['/api/auth.test', { method: 'POST', body: new URLSearchParams({ token }) }],
      [
        '/api/auth.test',
        { method: 'POST', body: JSON.stringify({ token }), headers: { 'content-type': 'application/json' } },
      ],
      [`/api/auth.test?token=${token}`, {}],
      [`/api/auth.test?token=${token}`, { method: 'POST' }],
    ];
    for (const [path, init] of ways) expect(await readAnswer(await send(path, init))).toMatchObject({ ok: true });
  });

  it.each([
    ['none', {}, 'not_authed'],
    ['an empty one', { token: '' }, 'not_authed'],
    ['no text', { token: { $ne: null } }, 'not_authed'],
    ['a list', { token: ['xoxp-T1-a'] }, 'not_authed'],
    ['nonsense', { token: 'nonsense' }, 'invalid_auth'],
    ['something like a JWT', { token: 'a.b.c' }, 'invalid_auth'],
  ])('that is %s is refused', async (_, body, error) => {
    const headers = { 'content-type': 'application/json' };
    const response = await send('/api/auth.test', { method: 'POST', body: JSON.stringify(body), headers });
    expect([response.status, await response.json()]).toEqual([200, refused(error)]);
  });
});

describe('a person who was deactivated', () => {
  it('is refused with every token, and let in again when they return', async () => {
    const owner = await createWorkspace();
    const member = await joinWorkspace(owner);
    const tokens = [member.token, await createToken(member, [])];
    await changePerson(member, { deactivated: true });
    for (const token of tokens) expect(await test(token)).toEqual(refused('account_inactive'));
    await changePerson(member, { deactivated: false });
    for (const token of tokens) expect(await test(token)).toMatchObject({ ok: true });
  });
});

describe('scopes', () => {
  it('are asked of a token, and named when they are missing', async () => {
    const owner = await createWorkspace();
    const [without, withScope] = [
      await createToken(owner, ['users:read', 'chat:write']),
      await createToken(owner, ['team:read']),
    ];
    expect(await call('team.info', {}, without)).toEqual({
      ok: false,
      error: 'missing_scope',
      needed: 'team:read',
      provided: 'users:read,chat:write',
    });
    expect(await call('team.info', {}, withScope)).toMatchObject({ ok: true, team: { id: owner.workspaceId } });
    expect(await call('team.info', {}, owner.token)).toMatchObject({ ok: true });
  });

  it('must be known', async () => {
    const owner = await createWorkspace();
    const headers = { authorization: `Bearer ${owner.token}`, 'content-type': 'application/json' };
    const body = JSON.stringify({ name: 'x', scopes: ['team:read', 'no:such'] });
    const answer = await readAnswer(await send('/auth/tokens', { method: 'POST', body, headers }));
    expect(answer).toEqual(refused('invalid_scope'));
  });
});
