import { expect, test } from 'vitest';
import { closeCodes } from '../../shared/protocol/sockets.ts';
import { ApiError } from '../api/api-error.ts';
import { backOffDelay } from './back-off.ts';
import { createReconnectingSocket } from './reconnecting-socket.ts';
import { createStore } from '../store.ts';
import { createFakeClock } from '../testing/fake-clock.ts';
import { FakeSocket } from '../testing/fake-socket.ts';
import type { Transport, TransportKind } from './transport.ts';
import { createWakeSignal } from './wake.ts';
import type { OpenSocket } from './web-socket.ts';

/** Sockets only: of the other way there are tests of its own. */
function transportOver(openSocket: OpenSocket): Transport {
  return {
    kind: createStore<TransportKind>('socket'),
    async prepare(_kind, { getUrl }) {
      const url = await getUrl();
      return (handlers) => openSocket(url, handlers);
    },
    onLive() {},
    onDown() {},
    onSocketFailed() {},
    stop() {},
  };
}

/** A connection to a server that says `hello` to everybody, and answers pings while it is alive. */
function setUp() {
  const clock = createFakeClock();
  const wake = createWakeSignal();
  const sockets: FakeSocket[] = [];
  const world = {
    isAlive: true,
    greets: true,
    canOpen: true,
    refusal: null as Error | null,
    signedOut: [] as boolean[],
    downs: 0,
  };
  const texts: string[] = [];
  const openSocket: OpenSocket = (url, handlers) => {
    if (!world.canOpen) throw new Error('not from a page without TLS');
    const socket: FakeSocket = new FakeSocket({
      url,
      handlers,
      onText: (text) => world.isAlive && text === 'ping' && socket.push('pong'),
      onGone: () => {},
      isPrompt: () => true,
    });
    sockets.push(socket);
    if (world.greets) socket.push('hello');
    return socket;
  };
  const connection = createReconnectingSocket(
    {
      async getUrl({ isSignedOut }) {
        world.signedOut.push(isSignedOut);
        if (world.refusal !== null) throw world.refusal;
        return `ws://edgeways.test/?ticket=${world.signedOut.length}`;
      },
      getPollTarget: async () => ({ path: '/poll', body: () => ({}) }),
      onText(text) {
        texts.push(text);
        if (text === 'hello') connection.setLive();
      },
      onDown: () => (world.downs += 1),
    },
    { clock, wake, random: () => 0, transport: transportOver(openSocket) },
  );
  return { clock, wake, sockets, world, texts, connection };
}

test('each attempt has a ticket of its own, and it is live once the other side has spoken', async () => {
  const { clock, sockets, world, connection } = setUp();
  world.greets = false;
  connection.start();
  expect(connection.state.get()).toEqual({ kind: 'connecting' });
  expect(connection.send('too early')).toBe(false);
  await clock.settle();
  sockets[0]?.push('hello');
  await clock.settle();
  expect(connection.state.get()).toEqual({ kind: 'live', via: 'socket' });
  expect(connection.send('now')).toBe(true);
  sockets[0]?.cut();
  expect(connection.send('too late')).toBe(false);
  await clock.advance(1_000);
  expect(sockets.map(({ url }) => url.searchParams.get('ticket'))).toEqual(['1', '2']);
  expect(world.downs).toBe(1);
});

test('waiting doubles with each failure up to half a minute, says until when, and starts over after a success', async () => {
  const { clock, sockets, world, connection } = setUp();
  world.refusal = new ApiError('network');
  connection.start();
  const delays: number[] = [];
  for (let attempt = 0; attempt < 8; attempt += 1) {
    await clock.settle();
    const state = connection.state.get();
    if (state.kind !== 'waiting') throw new Error(state.kind);
    delays.push(state.retryAt - clock.now());
    await clock.advance(state.retryAt - clock.now());
  }
  expect(delays).toEqual([250, 500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000]);
  world.refusal = null;
  await clock.advance(15_000);
  expect(connection.state.get()).toEqual({ kind: 'live', via: 'socket' });
  await clock.advance(10_000);
  sockets.at(-1)?.cut();
  expect(connection.state.get()).toEqual({ kind: 'waiting', retryAt: clock.now() + 250 });
});

test('the upper half of a delay is left to chance', () => {
  expect([0, 0.5, 0.999].map((random) => Math.round(backOffDelay(3, () => random)))).toEqual([2_000, 3_000, 3_998]);
});

test('a wake-up ends the waiting at once', async () => {
  const { clock, wake, world, connection } = setUp();
  world.refusal = new ApiError('network');
  connection.start();
  await clock.advance(20_000);
  world.refusal = null;
  wake.notify();
  await clock.settle();
  expect(connection.state.get()).toEqual({ kind: 'live', via: 'socket' });
});

test('without a network it is offline rather than waiting, and tries all the same', async () => {
  const { clock, wake, sockets, world, connection } = setUp();
  connection.start();
  await clock.settle();
  wake.setOnline(false);
  sockets[0]?.cut();
  expect(connection.state.get()).toMatchObject({ kind: 'offline' });
  await clock.advance(1_000);
  expect(connection.state.get()).toEqual({ kind: 'live', via: 'socket' });

  world.refusal = new ApiError('network');
  wake.setOnline(true);
  sockets[1]?.cut();
  await clock.advance(1_000);
  expect(connection.state.get()).toMatchObject({ kind: 'waiting' });
  wake.setOnline(false);
  expect(connection.state.get()).toMatchObject({ kind: 'offline' });
});

test('pings keep a quiet connection; one without an answer ends it', async () => {
  const { clock, sockets, world, texts, connection } = setUp();
  connection.start();
  await clock.advance(100_000);
  expect(sockets).toHaveLength(1);
  expect(texts).toEqual(['hello']);
  world.isAlive = false;
  await clock.advance(34_999);
  expect(sockets).toHaveLength(1);
  await clock.advance(1_000);
  expect(sockets).toHaveLength(2);
});

test('any frame is a sign of life', async () => {
  const { clock, sockets, world, connection } = setUp();
  connection.start();
  await clock.advance(20_000);
  world.isAlive = false;
  for (let second = 0; second < 60; second += 5) {
    sockets[0]?.push('news');
    await clock.advance(5_000);
  }
  expect(sockets).toHaveLength(1);
});

test('a wake-up makes a live connection prove that it is', async () => {
  const { clock, wake, sockets, world, connection } = setUp();
  connection.start();
  await clock.advance(1_000);
  world.isAlive = false;
  wake.notify();
  await clock.advance(10_500);
  expect(sockets).toHaveLength(2);
});

test('a server that says nothing is given up after a quarter of a minute', async () => {
  const { clock, sockets, world, connection } = setUp();
  world.greets = false;
  connection.start();
  await clock.advance(14_999);
  expect(sockets).toHaveLength(1);
  await clock.advance(1_000);
  expect(sockets).toHaveLength(2);
  expect(world.downs).toBe(0);
});

test.each([
  [closeCodes.noAccess, 'no_access'],
  [closeCodes.unsupportedProtocol, 'unsupported_protocol'],
  [closeCodes.malformed, 'malformed'],
  [4299, 'no_access'],
])('after close code %i it stays away: %s', async (code, reason) => {
  const { clock, wake, sockets, connection } = setUp();
  connection.start();
  await clock.settle();
  sockets[0]?.cut(code);
  expect(connection.state.get()).toEqual({ kind: 'gone', reason });
  wake.notify();
  await clock.advance(100_000);
  expect(sockets).toHaveLength(1);
  connection.start();
  await clock.settle();
  expect(connection.state.get()).toEqual({ kind: 'live', via: 'socket' });
});

test.each([1006, 1012, closeCodes.tryAgain, closeCodes.badTicket])(
  'after close code %i it comes back',
  async (code) => {
    const { clock, sockets, world, connection } = setUp();
    connection.start();
    await clock.settle();
    sockets[0]?.cut(code);
    await clock.advance(1_000);
    expect(connection.state.get()).toEqual({ kind: 'live', via: 'socket' });
    expect(world.signedOut).toEqual([false, false]);
  },
);

test('after the end of the session each attempt asks for a new sign-in, until one is live', async () => {
  const { clock, sockets, world, connection } = setUp();
  connection.start();
  await clock.settle();
  world.refusal = new ApiError('network');
  sockets[0]?.cut(closeCodes.signedOut);
  await clock.advance(600);
  world.refusal = null;
  await clock.advance(2_000);
  sockets[1]?.cut();
  await clock.advance(2_000);
  expect(world.signedOut).toEqual([false, true, true, false]);
});

test.each([
  ['token_revoked', 'signed_out'],
  ['account_inactive', 'signed_out'],
  ['channel_not_found', 'no_access'],
] as const)('a ticket refused with %s means: %s', async (code, reason) => {
  const { clock, world, connection } = setUp();
  world.refusal = new ApiError(code);
  connection.start();
  await clock.settle();
  expect(connection.state.get()).toEqual({ kind: 'gone', reason });
});

test.each([new ApiError('network'), new ApiError('internal_error'), new Error('a bug')])(
  'a ticket that fails with %s is tried for again',
  async (refusal) => {
    const { clock, world, connection } = setUp();
    world.refusal = refusal;
    connection.start();
    await clock.settle();
    expect(connection.state.get()).toMatchObject({ kind: 'waiting' });
  },
);

test('a socket that cannot be made is tried for again', async () => {
  const { clock, world, connection } = setUp();
  world.canOpen = false;
  connection.start();
  await clock.settle();
  expect(connection.state.get()).toMatchObject({ kind: 'waiting' });
  world.canOpen = true;
  await clock.advance(1_000);
  expect(connection.state.get()).toEqual({ kind: 'live', via: 'socket' });
});

test('a restart drops the connection and makes another; while it waits it changes nothing', async () => {
  const { clock, sockets, world, connection } = setUp();
  connection.start();
  await clock.settle();
  connection.restart();
  connection.restart();
  expect(sockets[0]?.isOpen).toBe(false);
  await clock.advance(10_000);
  expect(sockets).toHaveLength(2);
  expect(world.downs).toBe(1);
});

test('after a stop nothing happens until the next start', async () => {
  const { clock, wake, sockets, texts, world, connection } = setUp();
  connection.start();
  await clock.settle();
  connection.stop();
  sockets[0]?.push('late');
  wake.notify();
  await clock.advance(100_000);
  expect(sockets).toHaveLength(1);
  expect(texts).toEqual(['hello']);
  expect(world.downs).toBe(1);
  connection.start();
  await clock.settle();
  expect(connection.state.get()).toEqual({ kind: 'live', via: 'socket' });
});

test('a stop while the ticket is being fetched opens no socket', async () => {
  const { clock, sockets, connection } = setUp();
  connection.start();
  connection.stop();
  await clock.advance(100_000);
  expect(sockets).toHaveLength(0);
});
