import { expect, test } from 'vitest';
import { closeCodes } from '../../shared/protocol/sockets.ts';
import { createFakeClock } from '../testing/fake-clock.ts';
import { FakeSocket } from '../testing/fake-socket.ts';
import { createTransport } from './transport.ts';

function setUp() {
  const clock = createFakeClock();
  const probes: FakeSocket[] = [];
  const world = { hasTicket: true };
  const transport = createTransport({
    baseUrl: 'http://edgeways.test',
    getAccessToken: async () => 'token',
    fetch: async () => Response.json({ ok: false, error: 'internal_error' }),
    clock,
    isVisible: () => true,
    openSocket(url, handlers) {
      const socket = new FakeSocket({ url, handlers, onText: () => {}, onGone: () => {}, isPrompt: () => true });
      probes.push(socket);
      return socket;
    },
    async getProbeUrl() {
      if (!world.hasTicket) throw new TypeError('fetch failed');
      return 'ws://edgeways.test/probe';
    },
  });
  const fail = (times: number) => {
    for (let time = 0; time < times; time += 1) transport.onSocketFailed();
  };
  return { clock, probes, world, transport, fail };
}

test('two sockets in a row that never spoke make it poll, where none was ever opened', () => {
  const { transport, fail } = setUp();
  fail(1);
  expect(transport.kind.get()).toBe('socket');
  fail(1);
  expect(transport.kind.get()).toBe('polling');
});

test('where sockets were open before it takes six, and a success in between starts the count anew', () => {
  const { transport, fail } = setUp();
  transport.onLive('socket');
  transport.onDown('socket');
  fail(5);
  transport.onLive('socket');
  transport.onDown('socket');
  fail(5);
  expect(transport.kind.get()).toBe('socket');
  fail(1);
  expect(transport.kind.get()).toBe('polling');
});

test('while one socket is live the failures of others say nothing of the way', () => {
  const { transport, fail } = setUp();
  transport.onLive('socket');
  fail(20);
  expect(transport.kind.get()).toBe('socket');
});

test('while polling, a socket is tried once a minute, and when it speaks all go back to sockets', async () => {
  const { clock, probes, world, transport, fail } = setUp();
  fail(2);
  await clock.advance(60_000);
  expect(probes).toHaveLength(1);
  probes[0]?.cut();
  await clock.advance(59_999);
  expect(probes).toHaveLength(1);
  await clock.advance(1);
  expect(probes).toHaveLength(2);
  // One that says nothing is given up.
  await clock.advance(15_000);
  expect(probes[1]?.isOpen).toBe(false);
  world.hasTicket = false;
  await clock.advance(60_000);
  world.hasTicket = true;
  await clock.advance(60_000);
  expect(probes).toHaveLength(3);
  expect(transport.kind.get()).toBe('polling');
  probes[2]?.push({ type: 'boot' });
  await clock.settle();
  expect(transport.kind.get()).toBe('socket');
  expect(probes[2]?.isOpen).toBe(false);
  await clock.advance(200_000);
  expect(probes).toHaveLength(3);
});

test('a close code of our server’s shows that the way is open, too', async () => {
  const { clock, probes, transport, fail } = setUp();
  fail(2);
  await clock.advance(60_000);
  probes[0]?.closeWith(closeCodes.badTicket);
  await clock.settle();
  expect(transport.kind.get()).toBe('socket');
});

test('after a stop nothing is tried', async () => {
  const { clock, probes, transport, fail } = setUp();
  fail(2);
  transport.stop();
  await clock.advance(200_000);
  expect(probes).toEqual([]);
});
