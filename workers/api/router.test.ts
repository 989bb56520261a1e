import { env } from 'cloudflare:workers';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { call, readAnswer, send } from '../testing/http.ts';
import { createChannel } from '../testing/conversations.ts';
import { createToken, createWorkspace } from '../testing/people.ts';
import { maxBodyBytes } from './fields.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

describe('the Web API', () => {
  it('answers what is no method with unknown_method', async () => {
    for (const path of ['/api/no.such', '/api/', '/api/a/b', '/api/constructor', '/api/__proto__', '/api/%00']) {
      const response = await send(path, { method: 'POST' });
      expect([response.status, await response.json()]).toEqual([200, { ok: false, error: 'unknown_method' }]);
    }
  });

  it('needs no token for api.test, which answers with its arguments or the error asked for', async () => {
    const answer = async (query: string) => readAnswer(await send(`/api/api.test${query}`));
    expect(await answer('')).toEqual({ ok: true });
    expect(await answer('?foo=bar&token=secret')).toEqual({ ok: true, args: { foo: 'bar' } });
    expect(await answer('?error=my_error&a=1')).toEqual({
      ok: false,
      error: 'my_error',
      args: { error: 'my_error', a: '1' },
    });
  });

  it('describes no workspace but the caller’s', async () => {
    const mine = await createWorkspace('Acme');
    const theirs = await createWorkspace('Other');
    expect(await call('team.info', { team: theirs.workspaceId }, mine.token)).toEqual({
      ok: false,
      error: 'team_not_found',
    });
    expect(await call('team.info', { team: mine.workspaceId }, mine.token)).toMatchObject({
      ok: true,
      team: { id: mine.workspaceId, name: 'Acme', domain: expect.any(String) },
    });
  });

  it('limits a token with 429 and Retry-After, by method, and the person’s own client much later', async () => {
    const owner = await createWorkspace();
    const token = await createToken(owner, []);
    const other = await createToken(owner, []);
    const revoke = (by: string) =>
      send('/api/auth.revoke', {
        method: 'POST',
        body: new URLSearchParams({ test: 'true' }),
        headers: { authorization: `Bearer ${by}` },
      });
    const statuses: number[] = [];
    let last = await revoke(token);
    for (let i = 0; i < 60 && last.status === 200; i += 1) {
      statuses.push(last.status);
      last = await revoke(token);
    }
    expect(statuses.length).toBeGreaterThanOrEqual(50);
    expect(last.status).toBe(429);
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    expect(await last.json()).toEqual({ ok: false, error: 'ratelimited' });
    expect((await revoke(other)).status).toBe(200);
    expect((await revoke(owner.token)).status).toBe(200);
    expect(await call('auth.test', {}, token)).toMatchObject({ ok: true });
  });

  it('refuses a body that is too large', async () => {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ text: 'x'.repeat(maxBodyBytes) });
    const response = await send('/api/api.test', { method: 'POST', body, headers });
    expect(await response.json()).toEqual({ ok: false, error: 'request_too_large' });
  });

  it('says nothing of what went wrong inside', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const owner = await createWorkspace();
    await env.SHARD_1.exec('ALTER TABLE workspaces RENAME TO elsewhere');
    await env.SHARD_2.exec('ALTER TABLE workspaces RENAME TO elsewhere');
    const response = await send('/api/team.info', { headers: { authorization: `Bearer ${owner.token}` } });
    expect(await response.json()).toEqual({ ok: false, error: 'internal_error' });
    expect(logged.mock.calls[0]?.[0]).toContain(response.headers.get('x-request-id'));
    await env.SHARD_1.exec('ALTER TABLE elsewhere RENAME TO workspaces');
    await env.SHARD_2.exec('ALTER TABLE elsewhere RENAME TO workspaces');
  });

  it('has an answer for whatever is sent', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const owner = await createWorkspace();
    const method = fc.constantFrom('api.test', 'auth.test', 'auth.revoke', 'team.info', '__proto__', 'a.b');
    const contentType = fc.constantFrom(
      'application/json',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'text/plain',
      'application/json; charset="',
      '',
    );
    const body = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.json(),
      fc
        .dictionary(fc.constantFrom('token', 'team', 'test', '__proto__', 'error'), fc.jsonValue())
        .map((o) => JSON.stringify(o)),
      fc.array(fc.string()).map((parts) => `--x\r\n${parts.join('\r\n--x\r\n')}`),
    );
    const httpMethod = fc.constantFrom('POST', 'PUT', 'DELETE', 'PATCH');
    await fc.assert(
      fc.asyncProperty(
        method,
        httpMethod,
        contentType,
        body,
        fc.boolean(),
        async (name, verb, type, text, signedIn) => {
          const headers = { 'content-type': type, ...(signedIn ? { authorization: `Bearer ${owner.token}` } : {}) };
          const response = await send(`/api/${name}`, { method: verb, body: text, headers });
          expect([200, 429]).toContain(response.status);
          const answer = await readAnswer(response);
          expect(answer.ok || typeof answer.error === 'string').toBe(true);
          expect(name !== 'api.test' && answer.error === 'internal_error').toBe(false);
        },
      ),
      { numRuns: 400, seed: 1, examples: [['auth.revoke', 'POST', 'application/json', '{"test":true}', true]] },
    );
    expect(logged).not.toHaveBeenCalled();
  }, 60_000);
});

describe('posting', () => {
  it('is limited in each channel by itself', async () => {
    const owner = await createWorkspace();
    const token = await createToken(owner, ['chat:write']);
    const post = async (channel: string) => (await call('chat.postMessage', { channel, text: 'x' }, token)).error;
    const [one, two] = [await createChannel(owner), await createChannel(owner)];
    let posted = 0;
    while ((await post(one)) === undefined) posted += 1;
    expect(posted).toBeGreaterThanOrEqual(10);
    expect(posted).toBeLessThan(30);
    expect([await post(one), await post(two)]).toEqual(['ratelimited', undefined]);
  });
});
