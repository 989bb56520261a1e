import fc from 'fast-check';
import { afterEach, expect, it, vi } from 'vitest';
import { readAnswer, send } from '../testing/http.ts';
import { bearer, createWorkspace, proofOf } from '../testing/people.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

const routes = [
  'code',
  'verify',
  'create-workspace',
  'sign-in',
  'join',
  'demo',
  'refresh',
  'sign-out',
  'ticket',
  'tokens',
  'invitations',
];

it('whatever is sent to sign in with, there is an answer, and nobody is hurt', async () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
  const owner = await createWorkspace();
  const proof = await proofOf(owner.email);
  const value = fc.oneof(
    fc.jsonValue(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom(proof, owner.workspaceId, owner.email, owner.token, owner.cookie, "' OR 1=1 --", '123456', '%00'),
  );
  const field = fc.constantFrom(
    ...['proof', 'email', 'code', 'workspace_id', 'workspace_name', 'display_name', 'tz', 'invitation', 'attempt'],
    ...['everywhere', 'channel', 'emails', 'role', 'name', 'scopes', '__proto__', 'constructor'],
  );
  const body = fc.oneof(
    fc.json(),
    fc.string({ unit: 'binary' }),
    fc.dictionary(field, value).map((fields) => JSON.stringify(fields)),
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...routes), body, fc.string(), async (route, text, cookie) => {
      const headers = { ...bearer({ token: 'a.b.c' }), 'content-type': 'application/json', cookie: encodeURI(cookie) };
      const response = await send(`/auth/${route}`, { method: 'POST', body: text, headers });
      expect(response.status).toBe(200);
      expect((await readAnswer(response)).error).not.toBe('internal_error');
    }),
    { numRuns: 500, seed: 2 },
  );
  expect(logged).not.toHaveBeenCalled();
  const alive = await send('/api/auth.test', { headers: bearer(owner) });
  expect(await readAnswer(alive)).toMatchObject({ ok: true });
}, 60_000);
