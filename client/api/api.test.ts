import { expect, test } from 'vitest';
import { ApiError } from './api-error.ts';
import { createApi } from './api.ts';
import { createFakeClock } from '../testing/fake-clock.ts';
import { scriptedFetch, type ScriptedCall } from '../testing/scripted-fetch.ts';

const baseUrl = 'http://edgeways.test';

function limited(seconds: string): Response {
  return Response.json({ ok: false, error: 'ratelimited' }, { status: 429, headers: { 'retry-after': seconds } });
}

function setUp(answer: (call: ScriptedCall) => unknown) {
  const clock = createFakeClock();
  const { fetch, calls } = scriptedFetch(answer);
  const rejected: (string | undefined)[] = [];
  const api = createApi({
    baseUrl,
    fetch,
    clock,
    getAccessToken: async (options) => {
      rejected.push(options?.rejected);
      return options?.rejected === undefined ? 'old' : 'new';
    },
  });
  return { api, calls, clock, rejected };
}

test('a call is a POST of JSON with the token, and its answer is given', async () => {
  const { api, calls } = setUp(() => ({ ok: true, team: { id: 'T1' } }));
  expect(await api.call('team.info', { team: 'T1' })).toEqual({ ok: true, team: { id: 'T1' } });
  expect(calls).toEqual([{ method: 'POST', path: '/api/team.info', body: { team: 'T1' }, token: 'Bearer old' }]);
});

test('a token that is not taken any more is renewed once, and the call repeated once', async () => {
  const { api, calls, rejected } = setUp(({ token }) =>
    token === 'Bearer new' ? { ok: true } : { ok: false, error: 'token_expired' },
  );
  await api.call('auth.test');
  expect(calls.map(({ token }) => token)).toEqual(['Bearer old', 'Bearer new']);
  expect(rejected).toEqual([undefined, 'old']);

  const refusing = setUp(() => ({ ok: false, error: 'invalid_auth' }));
  await expect(refusing.api.call('auth.test')).rejects.toMatchObject({ code: 'invalid_auth' });
  expect(refusing.calls).toHaveLength(2);
});

test('a rate limit is waited for as long as it says', async () => {
  let count = 0;
  const { api, calls, clock } = setUp(() => (count++ === 0 ? limited('7') : { ok: true }));
  const answer = api.call('users.list');
  await clock.advance(6_999);
  expect(calls).toHaveLength(1);
  await clock.advance(1);
  expect(await answer).toEqual({ ok: true });
});

test('patience with rate limits has an end: three waits, and none longer than half a minute', async () => {
  const always = setUp(() => limited('10'));
  const refusal = always.api.call('users.list').catch((error: unknown) => error);
  await always.clock.advance(60_000);
  expect(await refusal).toMatchObject({ code: 'ratelimited' });
  expect(always.calls).toHaveLength(4);

  const long = setUp(() => limited('31'));
  await expect(long.api.call('users.list')).rejects.toMatchObject({ code: 'ratelimited' });
});

test('no answer is a network error', async () => {
  const { api } = setUp(() => {
    throw new TypeError('fetch failed');
  });
  await expect(api.call('api.test')).rejects.toMatchObject({ code: 'network' });
});

test('an answer of another kind is a bad answer', async () => {
  const proxy = setUp(() => new Response('<h1>Bad gateway</h1>', { status: 502 }));
  await expect(proxy.api.call('api.test')).rejects.toMatchObject({ code: 'bad_answer', details: { status: 502 } });
  const strange = setUp(() => ({ ok: true, messages: 'none' }));
  await expect(strange.api.conversations.history({ channel: 'C1AA' })).rejects.toMatchObject({ code: 'bad_answer' });
  const wordy = setUp(() => ({ ok: false, error: 'Something went wrong!' }));
  await expect(wordy.api.call('api.test')).rejects.toMatchObject({ code: 'bad_answer' });
});

test("a refusal of a newer server's is a refusal", async () => {
  const { api } = setUp(() => ({ ok: false, error: 'something_new' }));
  await expect(api.call('api.test')).rejects.toMatchObject({ code: 'something_new' });
});

test('a refusal carries its code and what came with it', async () => {
  const { api } = setUp(() => ({ ok: false, error: 'missing_scope', needed: 'chat:write' }));
  const error = await api.call('chat.postMessage').catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({ code: 'missing_scope', details: { needed: 'chat:write' } });
});

test('an aborted call rejects with the signal’s reason, also while it waits', async () => {
  const { api, clock } = setUp(() => limited('5'));
  const controller = new AbortController();
  const waiting = api.call('users.list', {}, { signal: controller.signal }).catch((error: unknown) => error);
  await clock.advance(1_000);
  controller.abort(new Error('not needed'));
  expect(await waiting).toMatchObject({ message: 'not needed' });
  await expect(api.call('users.list', {}, { signal: controller.signal })).rejects.toThrow('not needed');
});

test('a call with a file among its arguments is a form', async () => {
  const { api, calls } = setUp(() => ({ ok: true }));
  await api.emoji.add({ name: 'boat', mode: 'data', image: new Blob(['picture']) });
  expect(calls[0]?.body).toEqual({ name: 'boat', mode: 'data', image: expect.any(File) });
  await api.emoji.add({ name: 'ship', mode: 'alias', alias_for: 'boat' });
  expect(calls[1]?.body).toEqual({ name: 'ship', mode: 'alias', alias_for: 'boat' });
});

test('each method is called by the name under which it stands', async () => {
  const { api, calls } = setUp(() => ({ ok: false, error: 'unknown_method' }));
  const names: string[] = [];
  const callAll = async (methods: object, path: string) => {
    for (const [name, method] of Object.entries(methods)) {
      if (typeof method !== 'function') await callAll(method, `${path}${name}.`);
      else {
        names.push(`/api/${path}${name}`);
        await expect(method({})).rejects.toMatchObject({ code: 'unknown_method' });
      }
    }
  };
  const { call: _call, ...methods } = api;
  await callAll(methods, '');
  expect(names.length).toBeGreaterThan(80);
  // Slack's name has one level more.
  const renamed = new Map([['/api/users.setProfile', '/api/users.profile.set']]);
  expect(calls.map(({ path }) => path)).toEqual(names.map((name) => renamed.get(name) ?? name));
});
