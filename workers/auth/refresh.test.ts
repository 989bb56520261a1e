import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sessions } from '../../migrations/shard/schema.ts';
import { encodeRefreshToken, refreshCookieName } from '../identity/refresh-cookie.ts';
import { accessShard } from '../../migrations/shards.ts';
import { call, readAnswer, send, type Answer } from '../testing/http.ts';
import { changePerson, createWorkspace, signInAgain, type Somebody } from '../testing/people.ts';

type Refreshed = Answer & { cookie: string; attributes: string };

/** Refreshes with a cookie; `attempt` is padded to the length that the protocol wants. */
async function refresh({ workspaceId }: Somebody, cookie: string, attempt: string): Promise<Refreshed> {
  const response = await send('/auth/refresh', {
    method: 'POST',
    body: JSON.stringify({ workspace_id: workspaceId, attempt: `attempt-${attempt}` }),
    headers: { 'content-type': 'application/json', cookie },
  });
  const [pair = '', ...attributes] = (response.headers.get('set-cookie') ?? '').split('; ');
  return { ...(await readAnswer(response)), cookie: pair, attributes: attributes.join('; ') };
}

/** Whether a device still works: its newest access token, and its newest cookie. */
async function isAlive(person: Somebody, cookie: string): Promise<boolean> {
  const { ok } = await call('auth.test', {}, person.token);
  expect((await refresh(person, cookie, 'probe')).ok).toBe(ok);
  return ok;
}

describe('a refresh', () => {
  it('gives a new cookie, and an access token that works', async () => {
    const owner = await createWorkspace();
    const refreshed = await refresh(owner, owner.cookie, 'a');
    expect(refreshed).toMatchObject({
      ok: true,
      expires_in: 600,
      workspace: { id: owner.workspaceId },
      user: { id: owner.userId, role: 'owner' },
    });
    expect(refreshed.cookie).not.toBe(owner.cookie);
    expect(await call('auth.test', {}, String(refreshed['access_token']))).toMatchObject({ user_id: owner.userId });
  });

  it('keeps the cookie from scripts, other sites and other paths', async () => {
    const owner = await createWorkspace();
    const { attributes } = await refresh(owner, owner.cookie, 'a');
    expect(attributes.split('; ').toSorted()).toEqual([
      'HttpOnly',
      'Max-Age=2592000',
      'Path=/auth',
      'SameSite=Strict',
      'Secure',
    ]);
  });

  it('repeated with the same attempt gets the same cookie, also when both come at once', async () => {
    const owner = await createWorkspace();
    const first = await refresh(owner, owner.cookie, 'a');
    expect((await refresh(owner, owner.cookie, 'a')).cookie).toBe(first.cookie);
    const both = await Promise.all([refresh(owner, first.cookie, 'b'), refresh(owner, first.cookie, 'b')]);
    expect(both.map(({ ok }) => ok)).toEqual([true, true]);
    expect(both[0].cookie).toBe(both[1].cookie);
    expect(await isAlive(owner, both[0].cookie)).toBe(true);
  });

  it('with a used cookie and another attempt ends that device’s session, and no other', async () => {
    const owner = await createWorkspace();
    const laptop = await signInAgain(owner);
    const { cookie } = await refresh(owner, owner.cookie, 'a');
    const reused = await refresh(owner, owner.cookie, 'thief');
    expect(reused).toMatchObject({ ok: false, error: 'token_revoked' });
    expect(reused.attributes).toContain('Max-Age=0');
    expect(await isAlive(owner, cookie)).toBe(false);
    expect(await call('auth.test', {}, owner.token)).toEqual({ ok: false, error: 'token_revoked' });
    expect(await isAlive(laptop, laptop.cookie)).toBe(true);
  });

  it('with the same cookie by two at once lets one through and then ends the session', async () => {
    const owner = await createWorkspace();
    const both = await Promise.all([refresh(owner, owner.cookie, 'a'), refresh(owner, owner.cookie, 'b')]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await isAlive(owner, both.find(({ ok }) => ok)?.cookie ?? '')).toBe(false);
  });

  it('follows the rules in whatever order cookies and attempts come', async () => {
    const choice = fc.record({ cookie: fc.nat(3), attempt: fc.nat(2) });
    await fc.assert(
      fc.asyncProperty(fc.array(choice, { minLength: 1, maxLength: 6 }), async (choices) => {
        const owner = await createWorkspace();
        // The model: which cookie is the newest, which attempt made it, and whether the session lives.
        const cookies = [owner.cookie];
        let last = -1;
        let alive = true;
        for (const { cookie: pick, attempt } of choices) {
          const index = Math.max(0, cookies.length - 1 - pick);
          const answer = await refresh(owner, cookies[index] ?? '', String(attempt));
          const isNewest = index === cookies.length - 1;
          const isRepeat = index === cookies.length - 2 && attempt === last;
          alive &&= isNewest || isRepeat;
          expect([answer.ok, answer.error]).toEqual(alive ? [true, undefined] : [false, 'token_revoked']);
          if (alive && isNewest) {
            cookies.push(answer.cookie);
            last = attempt;
          }
          expect(!alive || answer.cookie === cookies.at(-1)).toBe(true);
        }
        expect((await call('auth.test', {}, owner.token)).ok).toBe(alive);
      }),
      { numRuns: 20 },
    );
  }, 60_000);

  it('needs a cookie that we wrote, for that workspace', async () => {
    const owner = await createWorkspace();
    const other = await createWorkspace();
    const name = refreshCookieName(owner.workspaceId);
    const value = owner.cookie.slice(name.length + 1);
    const forged = [
      '',
      'x',
      value.replace(/\.0\./, '.1.'),
      `${value.slice(0, -1)}${value.endsWith('A') ? 'Q' : 'A'}`,
      `${value}.`,
      `${value.split('.').slice(0, 2).join('.')}.`,
      // Theirs is genuine, but of another workspace, and so of another key.
      other.cookie.slice(name.length + 1),
    ];
    for (const cookie of forged) {
      const { ok, error } = await refresh(owner, `${name}=${cookie}`, 'a');
      expect([ok, error]).toEqual([false, cookie === '' ? 'not_authed' : 'invalid_auth']);
    }
    expect(await refresh(owner, other.cookie, 'a')).toMatchObject({ error: 'not_authed' });
    expect(await isAlive(owner, owner.cookie)).toBe(true);
  });

  it('needs a session that exists', async () => {
    const owner = await createWorkspace();
    const token = await encodeRefreshToken(env, owner.workspaceId, { sessionId: 'made-up', counter: 0 });
    const cookie = `${refreshCookieName(owner.workspaceId)}=${token}`;
    expect(await refresh(owner, cookie, 'a')).toMatchObject({ error: 'invalid_auth' });
  });

  it.each(['T404', 'nothing', 'T1\r\nx: y', 'T1; Domain=example.com'])(
    'refuses the workspace %j',
    async (workspaceId) => {
      const owner = await createWorkspace();
      const answer = await refresh({ ...owner, workspaceId }, owner.cookie, 'a');
      expect(answer.ok).toBe(false);
      expect(['not_authed', 'workspace_not_found']).toContain(answer.error);
    },
  );

  it('keeps a used session, and not one that was left alone', async () => {
    const owner = await createWorkspace();
    const db = await accessShard(env, owner.workspaceId);
    const now = Math.floor(Date.now() / 1000);
    await db.update(sessions).set({ expires: now + 5, lastUsed: now - 100 });
    const { cookie } = await refresh(owner, owner.cookie, 'a');
    const [used] = await db.select().from(sessions).where(eq(sessions.workspaceId, owner.workspaceId));
    expect(used?.expires).toBeGreaterThan(now + 1000);
    expect(used?.lastUsed).toBeGreaterThanOrEqual(now);
    await db.update(sessions).set({ expires: now });
    expect(await refresh(owner, cookie, 'b')).toMatchObject({ error: 'token_expired' });
    expect(await call('auth.test', {}, owner.token)).toEqual({ ok: false, error: 'token_expired' });
  });

  it('is refused to a deactivated person', async () => {
    const owner = await createWorkspace();
    await changePerson(owner, { deactivated: true });
    expect(await refresh(owner, owner.cookie, 'a')).toMatchObject({ error: 'account_inactive' });
  });
});
