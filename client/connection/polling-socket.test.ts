import { expect, test } from 'vitest';
import { closeCodes } from '../../shared/protocol/sockets.ts';
import { openPolling } from './polling-socket.ts';
import { createFakeClock } from '../testing/fake-clock.ts';
import { scriptedFetch, type ScriptedCall } from '../testing/scripted-fetch.ts';

const hello = { type: 'hello', resumed: true };

function setUp(answer: (call: ScriptedCall) => unknown = () => ({ ok: true, frames: [] })) {
  const clock = createFakeClock();
  const { fetch, calls } = scriptedFetch(answer);
  const world = { isVisible: true, tokens: [] as (string | undefined)[], seq: 1 };
  const texts: string[] = [];
  const ends: number[] = [];
  const socket = openPolling(
    {
      baseUrl: 'http://edgeways.test',
      target: { path: '/poll', body: () => ({ resume: { epoch: 'e', seq: world.seq } }) },
      async getAccessToken({ rejected } = {}) {
        world.tokens.push(rejected);
        return rejected === undefined ? 'first' : 'second';
      },
      fetch,
      clock,
      isVisible: () => world.isVisible,
    },
    { onText: (text) => texts.push(text), onClose: (code) => ends.push(code) },
  );
  return { clock, calls, world, texts, ends, socket };
}

test('it asks at once and then every two seconds, every ten while the page is hidden', async () => {
  const { clock, calls, world } = setUp();
  await clock.advance(0);
  expect(calls).toHaveLength(1);
  await clock.advance(1_999);
  expect(calls).toHaveLength(1);
  world.isVisible = false;
  await clock.advance(1);
  expect(calls).toHaveLength(2);
  await clock.advance(9_999);
  expect(calls).toHaveLength(2);
  await clock.advance(1);
  expect(calls).toHaveLength(3);
});

test('each request says how far the client has got, and what the answer before told it to', async () => {
  const { clock, calls, world } = setUp(() => ({ ok: true, frames: [], have: `v${calls.length}` }));
  await clock.advance(0);
  world.seq = 7;
  await clock.advance(2_000);
  expect(calls.map(({ path, body, token }) => ({ path, body, token }))).toEqual([
    { path: '/poll', body: { protocol: 1, frames: [], resume: { epoch: 'e', seq: 1 } }, token: 'Bearer first' },
    {
      path: '/poll',
      body: { protocol: 1, frames: [], resume: { epoch: 'e', seq: 7 }, have: 'v1' },
      token: 'Bearer first',
    },
  ]);
});

test('what is sent goes out at once and together, and nothing overtakes it while a request is under way', async () => {
  const { clock, calls, socket } = setUp();
  await clock.advance(0);
  socket.send('{"type":"a"}');
  socket.send('[{"type":"b"}]');
  await clock.advance(0);
  expect(calls[1]?.body['frames']).toEqual([{ type: 'a' }, { type: 'b' }]);
  socket.send('{"type":"c"}');
  await clock.advance(0);
  expect(calls.map(({ body }) => body['frames'])).toEqual([[], [{ type: 'a' }, { type: 'b' }], [{ type: 'c' }]]);
});

test('what is too much for one request goes in the next', async () => {
  const { clock, calls, socket } = setUp();
  for (let count = 0; count < 60; count += 1) socket.send('{"type":"a"}');
  await clock.advance(0);
  const sizes = calls.map(({ body }) => (Array.isArray(body['frames']) ? body['frames'].length : 0));
  expect(sizes).toEqual([50, 10]);
});

test('only the first of several greetings opens the conversation; one with a snapshot always counts', async () => {
  const greetings = [hello, hello, { type: 'hello', resumed: false }];
  const { clock, calls, texts } = setUp(() => ({ ok: true, frames: [greetings[calls.length - 1] ?? hello] }));
  await clock.advance(4_000);
  expect(texts).toEqual([JSON.stringify(hello), JSON.stringify({ type: 'hello', resumed: false })]);
});

test('a ping asks at once, and the answer is the pong', async () => {
  const { clock, calls, texts, socket } = setUp();
  await clock.advance(0);
  socket.send('ping');
  expect(texts).toEqual([]);
  await clock.advance(0);
  expect(calls).toHaveLength(2);
  expect(calls[1]?.body['frames']).toEqual([]);
  expect(texts).toEqual(['pong']);
});

test('a token that has run out is renewed once', async () => {
  const { clock, calls, world, ends } = setUp(({ token }) =>
    token === 'Bearer second' ? { ok: true, frames: [] } : { ok: false, error: 'token_expired' },
  );
  await clock.advance(0);
  expect(calls.map(({ token }) => token)).toEqual(['Bearer first', 'Bearer second']);
  expect(world.tokens).toEqual([undefined, 'first']);
  expect(ends).toEqual([]);
});

test('a rate limit is waited for, and what was to be sent is sent after it', async () => {
  const { clock, calls, ends, socket } = setUp(() =>
    calls.length === 2
      ? Response.json({ ok: false, error: 'ratelimited' }, { status: 429, headers: { 'retry-after': '9' } })
      : { ok: true, frames: [] },
  );
  await clock.advance(0);
  socket.send('{"type":"a"}');
  await clock.advance(8_999);
  expect(calls).toHaveLength(2);
  await clock.advance(1);
  expect(calls[2]?.body['frames']).toEqual([{ type: 'a' }]);
  expect(ends).toEqual([]);
});

test.each([
  ['token_revoked', closeCodes.signedOut],
  ['channel_not_found', closeCodes.noAccess],
  ['unsupported_protocol', closeCodes.unsupportedProtocol],
  ['invalid_arguments', closeCodes.malformed],
  ['malformed_frame', closeCodes.malformed],
  ['internal_error', 1006],
])('a refusal ends it as a socket would end: %s', async (error, code) => {
  const { clock, calls, ends } = setUp(() => ({ ok: false, error }));
  await clock.advance(60_000);
  expect(ends).toEqual([code]);
  expect(calls).toHaveLength(error === 'token_revoked' ? 2 : 1);
});

test('a request that fails breaks it off, and one that is closed says nothing any more', async () => {
  const broken = setUp(() => {
    throw new TypeError('fetch failed');
  });
  await broken.clock.advance(10_000);
  expect(broken.ends).toEqual([1006]);

  const closed = setUp(() => ({ ok: true, frames: [hello] }));
  closed.socket.close();
  await closed.clock.advance(10_000);
  expect({ ...closed, calls: closed.calls.length }).toMatchObject({ calls: 0, texts: [], ends: [] });
});
