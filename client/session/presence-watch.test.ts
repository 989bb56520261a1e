import { expect, test } from 'vitest';
import { noDnd } from '../../shared/presence.ts';
import { presenceRefresh, type SessionClientFrame } from '../../shared/protocol/session-socket.ts';
import { createPresenceWatch } from './presence-watch.ts';
import { createFakeClock } from '../testing/fake-clock.ts';

function setUp() {
  const clock = createFakeClock();
  const sent: SessionClientFrame[] = [];
  const world = { isLive: true };
  const presence = createPresenceWatch(clock, (frame) => world.isLive && sent.push(frame) > 0);
  const asked = () => sent.map((frame) => (frame.type === 'watch_presence' ? frame.users : []));
  const hear = (user: string, state: 'active' | 'away') =>
    presence.hear({ type: 'presence', people: [{ user, presence: state, dnd: noDnd }], unknown: [] });
  return { clock, world, presence, asked, hear };
}

test('who comes on screen in one go is asked for together, and again in good time', async () => {
  const { clock, presence, asked } = setUp();
  presence.watch(['U2']);
  presence.watch(['U3', 'U2']);
  await clock.advance(200);
  expect(asked()).toEqual([['U3', 'U2']]);
  await clock.advance(presenceRefresh - 1);
  expect(asked()).toHaveLength(1);
  await clock.advance(1);
  expect(asked()).toEqual([
    ['U3', 'U2'],
    ['U3', 'U2'],
  ]);
});

test('somebody is on screen until the last who shows them does not any more, and then not known', async () => {
  const { clock, presence, asked, hear } = setUp();
  const [first, second] = [presence.watch(['U2']), presence.watch(['U2', 'U3'])];
  await clock.advance(200);
  hear('U2', 'active');
  hear('U3', 'away');
  first();
  first();
  await clock.advance(200);
  expect(presence.store.get().get('U2')?.presence).toBe('active');
  second();
  await clock.advance(200);
  expect(presence.store.get().size).toBe(0);
  expect(asked().at(-1)).toEqual([]);
});

test('whoever scrolls out of sight and back in again is not asked for again', async () => {
  const { clock, presence, asked } = setUp();
  const first = presence.watch(['U2']);
  presence.watch(['U3']);
  await clock.advance(200);
  first();
  presence.watch(['U2']);
  await clock.advance(200);
  expect(asked()).toEqual([['U2', 'U3']]);
  await clock.advance(presenceRefresh);
  expect(asked()).toEqual([
    ['U2', 'U3'],
    ['U3', 'U2'],
  ]);
});

test('without a connection nothing is known, and the next one asks for everybody on screen', async () => {
  const { clock, world, presence, asked, hear } = setUp();
  presence.watch(['U2']);
  await clock.advance(200);
  hear('U2', 'active');
  world.isLive = false;
  presence.onDown();
  expect(presence.store.get().size).toBe(0);
  presence.watch(['U3']);
  await clock.advance(60_000);
  expect(asked()).toHaveLength(1);
  world.isLive = true;
  presence.onReady();
  expect(asked().at(-1)).toEqual(['U2', 'U3']);
});

test('whose session does not answer is not known, nor is anybody of whom nothing was heard for long', async () => {
  const { clock, presence, hear } = setUp();
  presence.watch(['U2', 'U3']);
  await clock.advance(200);
  hear('U2', 'active');
  hear('U3', 'active');
  presence.hear({ type: 'presence', people: [], unknown: ['U3'] });
  expect([...presence.store.get().keys()]).toEqual(['U2']);
  await clock.advance(presenceRefresh);
  expect([...presence.store.get().keys()]).toEqual(['U2']);
  await clock.advance(presenceRefresh);
  expect([...presence.store.get().keys()]).toEqual([]);
});

test('of too many those are asked for who came on screen last', async () => {
  const { clock, presence, asked } = setUp();
  presence.watch(Array.from({ length: 150 }, (_, index) => `U${1000 + index}`));
  presence.watch(Array.from({ length: 100 }, (_, index) => `U${2000 + index}`));
  await clock.advance(200);
  expect(asked()[0]).toHaveLength(200);
  expect(asked()[0]?.at(-1)).toBe('U2099');
  expect(asked()[0]?.at(0)).toBe('U1050');
});

test('after a stop nothing is asked', async () => {
  const { clock, presence, asked } = setUp();
  presence.watch(['U2']);
  presence.stop();
  await clock.advance(presenceRefresh * 3);
  expect(asked()).toEqual([]);
});
