import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { attempts, signInCodes } from '../../migrations/directory/schema.ts';
import { attemptLimits } from '../identity/attempts.ts';
import { openDirectory } from '../../migrations/shards.ts';
import { post, type Answer } from '../testing/http.ts';
import { watchConsole } from '../testing/mail.ts';
import { createWorkspace, newEmail } from '../testing/people.ts';
import { fillShardOf, shardOf } from '../testing/shards.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

async function sendCode(email: string): Promise<string> {
  const { codeFor } = watchConsole();
  await post('/auth/code', { email });
  return codeFor(email);
}

const verify = (email: string, code: string, headers = {}) => post('/auth/verify', { email, code }, headers);
const refusals = (answers: Answer[]) => answers.map(({ error }) => error);

function otherCodes(code: string, count: number): string[] {
  return Array.from({ length: count }, (_, i) => String((Number(code) + i + 1) % 1_000_000).padStart(6, '0'));
}

describe('a sign-in code', () => {
  it('is six digits, printed in one line where there is no mail, and proves the address', async () => {
    const email = newEmail();
    const { lines } = watchConsole();
    expect(await post('/auth/code', { email: ` ${email.toUpperCase()} ` })).toEqual({ ok: true, delivery: 'console' });
    expect(lines).toEqual([expect.stringMatching(new RegExp(`^sign-in code for ${email}: \\d{6}$`))]);
    const answer = await verify(email, lines[0]?.slice(-6) ?? '');
    expect(answer).toEqual({ ok: true, proof: expect.any(String), workspaces: [] });
  });

  it('is asked for with the same answer whether or not the address belongs to anybody', async () => {
    const owner = await createWorkspace();
    watchConsole();
    const known = await post('/auth/code', { email: owner.email });
    expect(await post('/auth/code', { email: newEmail() })).toEqual(known);
  });

  it('lists the workspaces of the address, on every shard, and nobody else’s', async () => {
    const email = newEmail();
    const first = await createWorkspace('Beta', email);
    await fillShardOf(first.workspaceId);
    const second = await createWorkspace('Alpha', email);
    await createWorkspace('Gamma');
    expect(await shardOf(second.workspaceId)).not.toBe(await shardOf(first.workspaceId));
    const answer = await verify(email, await sendCode(email));
    expect(answer['workspaces']).toEqual([
      { id: second.workspaceId, name: 'Alpha', domain: 'alpha' },
      { id: first.workspaceId, name: 'Beta', domain: 'beta' },
    ]);
  });

  it('is good for one use', async () => {
    const email = newEmail();
    const code = await sendCode(email);
    expect(await verify(email, code)).toMatchObject({ ok: true });
    expect(await verify(email, code)).toEqual({ ok: false, error: 'invalid_code' });
  });

  it('is good for one use also when it is used twice at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const email = newEmail();
      const code = await sendCode(email);
      const answers = await Promise.all(Array.from({ length: 4 }, () => verify(email, code)));
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    }
  });

  it('is dead after five wrong tries', async () => {
    const email = newEmail();
    const code = await sendCode(email);
    for (const wrong of otherCodes(code, 5)) await verify(email, wrong);
    expect(await verify(email, code)).toEqual({ ok: false, error: 'invalid_code' });
  });

  it('is still good after four wrong tries', async () => {
    const email = newEmail();
    const code = await sendCode(email);
    for (const wrong of otherCodes(code, 4)) await verify(email, wrong);
    expect(await verify(email, code)).toMatchObject({ ok: true });
  });

  it('has its tries counted also when they come at once', async () => {
    const email = newEmail();
    const code = await sendCode(email);
    await Promise.all(otherCodes(code, 20).map((wrong) => verify(email, wrong)));
    const [row] = await openDirectory(env).select().from(signInCodes).where(eq(signInCodes.email, email));
    expect(row?.triesLeft).toBe(0);
    expect(await verify(email, code)).toEqual({ ok: false, error: 'invalid_code' });
  });

  it('is no good once it has expired', async () => {
    const email = newEmail();
    const code = await sendCode(email);
    const expires = Math.floor(Date.now() / 1000);
    await openDirectory(env).update(signInCodes).set({ expires }).where(eq(signInCodes.email, email));
    expect(await verify(email, code)).toEqual({ ok: false, error: 'invalid_code' });
  });

  it('is replaced by the next', async () => {
    const email = newEmail();
    const first = await sendCode(email);
    const second = await sendCode(email);
    // One time in a million they are the same code.
    expect((await verify(email, first)).ok).toBe(first === second);
    expect((await verify(email, second)).ok).toBe(first !== second);
  });

  it('is no good for another address', async () => {
    const [mine, theirs] = [newEmail(), newEmail()];
    const code = await sendCode(mine);
    await sendCode(theirs);
    const [row] = await openDirectory(env).select().from(signInCodes).where(eq(signInCodes.email, mine));
    // Even if the stored form of one address's code were copied to another.
    await openDirectory(env)
      .update(signInCodes)
      .set({ codeHash: row?.codeHash ?? '' })
      .where(eq(signInCodes.email, theirs));
    expect(await verify(theirs, code)).toEqual({ ok: false, error: 'invalid_code' });
  });

  it('is not stored as it is', async () => {
    const email = newEmail();
    const code = await sendCode(email);
    const rows = await openDirectory(env).select().from(signInCodes).where(eq(signInCodes.email, email));
    expect(JSON.stringify(rows)).not.toContain(code);
  });
});

describe('limits', () => {
  it('on codes to an address are for whoever asks, and end with their window', async () => {
    const email = newEmail();
    watchConsole();
    const ask = (i: number) => post('/auth/code', { email }, { 'cf-connecting-ip': `192.0.2.${i}` });
    const answers: Answer[] = [];
    for (let i = 0; i <= attemptLimits.codesToAddress.count; i += 1) answers.push(await ask(i));
    expect(refusals(answers)).toEqual([...Array.from({ length: 5 }, () => undefined), 'too_many_attempts']);
    const { seconds } = attemptLimits.codesToAddress;
    expect(answers.at(-1)?.['retry_after']).toSatisfy((wait: number) => wait > 0 && wait <= seconds);
    await openDirectory(env)
      .update(attempts)
      .set({ expires: Math.floor(Date.now() / 1000) })
      .where(eq(attempts.subject, `codesToAddress:${email}`));
    expect(await ask(0)).toMatchObject({ ok: true });
  });

  it('on verifying are per origin, and not for the loopback, which may be a proxy', async () => {
    const tries = (address: string) =>
      Promise.all(
        Array.from({ length: attemptLimits.verificationsFromOrigin.count + 1 }, () =>
          verify('nobody@example.com', '000000', { 'cf-connecting-ip': address }),
        ),
      );
    const refusedAt = async (address: string) =>
      (await tries(address)).filter(({ error }) => error === 'too_many_attempts').length;
    expect([await refusedAt('198.51.100.7'), await refusedAt('127.0.0.1')]).toEqual([1, 0]);
    expect(await verify('nobody@example.com', '000000', { 'cf-connecting-ip': '198.51.100.8' })).toMatchObject({
      error: 'invalid_code',
    });
  });
});

describe('what is wrong with a request', () => {
  it.each([
    ['/auth/code', { email: 'no address' }, 'invalid_email'],
    ['/auth/code', { email: 'a@example.com', more: 1 }, 'invalid_arguments'],
    ['/auth/code', { email: { $ne: '' } }, 'invalid_email'],
    ['/auth/verify', { email: 'a@example.com', code: '12345' }, 'invalid_code'],
    ['/auth/verify', { email: 'a@example.com', code: 123456 }, 'invalid_code'],
    ['/auth/verify', { email: "a@example.com' OR 1=1 --", code: '123456' }, 'invalid_email'],
    ['/auth/verify', [], 'invalid_json'],
    ['/auth/nothing', {}, 'unknown_method'],
  ])('%s %j is refused with %s', async (path, body, error) => {
    expect(await post(path, body)).toMatchObject({ ok: false, error });
  });

  it('is a form, which another site’s page could send', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    expect(await post('/auth/code', { email: newEmail() }, headers)).toEqual({ ok: false, error: 'invalid_post_type' });
  });

  it.each(['https://evil.example', 'null', 'http://edgeways.test:81', 'http://edgeways.test.evil.example'])(
    'is an origin like %s',
    async (origin) => {
      expect(await post('/auth/code', { email: newEmail() }, { origin })).toEqual({
        ok: false,
        error: 'no_permission',
      });
    },
  );
});
