import { runInDurableObject } from 'cloudflare:test';
import { expect, test, vi } from 'vitest';
import {
  leaving,
  nthPresence,
  open,
  person,
  presences,
  session,
  shown,
  stubOf,
  watch,
  setPresenceScene,
} from '../testing/presence-scene.ts';
import { eventually, minute, passTime, ring } from '../testing/time.ts';
import { ann, bob, cat } from '../testing/workspace.ts';

const calls = setPresenceScene();

test('whoever has somebody on screen learns how they are, and every change of it, in one call each', async () => {
  const annsPhone = await open(ann);
  await watch(annsPhone, bob, cat);
  expect(presences(annsPhone)).toEqual([shown(person('UBOB', 'away'), person('UCAT', 'away'))]);
  const bobsPhone = await open(bob);
  expect(await nthPresence(annsPhone, 2)).toEqual(shown(person('UBOB', 'active')));
  bobsPhone.send({ type: 'active', is_active: false });
  await leaving(bob);
  passTime(15_000);
  await ring(stubOf(bob));
  expect(await nthPresence(annsPhone, 3)).toEqual(shown(person('UBOB', 'away')));
  bobsPhone.send({ type: 'active', is_active: true });
  expect(await nthPresence(annsPhone, 4)).toEqual(shown(person('UBOB', 'active')));
  expect(calls().asked).toHaveBeenCalledTimes(2);
  expect(calls().told).toHaveBeenCalledTimes(3);
});

test('a device that says now this, now that, is told of to nobody; one that goes on saying no is away in time', async () => {
  const annsPhone = await open(ann);
  const bobsPhone = await open(bob);
  await watch(annsPhone, bob);
  for (let flip = 0; flip < 20; flip += 1) bobsPhone.send({ type: 'active', is_active: flip % 2 === 1 });
  bobsPhone.send({ type: 'active', is_active: false });
  await watch(bobsPhone, ann);
  const at = await leaving(bob);
  passTime(14_000);
  bobsPhone.send({ type: 'active', is_active: false });
  await watch(bobsPhone, cat);
  expect(await leaving(bob)).toBe(at);
  expect(calls().told).not.toHaveBeenCalled();
  passTime(1_000);
  await ring(stubOf(bob));
  expect(await nthPresence(annsPhone, 2)).toEqual(shown(person('UBOB', 'away')));
  expect(calls().told).toHaveBeenCalledTimes(1);
});

test('what changes nothing is told to nobody, and writes nothing', async () => {
  const annsPhone = await open(ann);
  const bobsPhone = await open(bob);
  await watch(annsPhone, bob);
  const written = () =>
    runInDurableObject(stubOf(bob), (_object, { storage }) =>
      storage.sql.exec<{ changes: number }>('SELECT total_changes() AS changes').one(),
    );
  const before = await written();
  for (let beat = 0; beat < 10; beat += 1) bobsPhone.send({ type: 'active', is_active: true });
  const laptop = await open(bob, 'laptop');
  laptop.send({ type: 'active', is_active: false });
  await bobsPhone.until(() => (presences(annsPhone).length === 1 ? true : undefined));
  await session(bob).presence();
  expect(calls().told).not.toHaveBeenCalled();
  // Beside the ticket of the laptop.
  expect((await written()).changes - before.changes).toBeLessThanOrEqual(1);
});

test('whoever closes the last device is away after a while; whoever is back before, has not been', async () => {
  const annsPhone = await open(ann);
  const first = await open(bob);
  await watch(annsPhone, bob);
  first.close();
  await eventually(async () => (await session(bob).presence()).connections === 0);
  expect(await session(bob).presence()).toMatchObject({ presence: 'active' });
  passTime(5_000);
  const second = await open(bob);
  passTime(20_000);
  await ring(stubOf(bob));
  expect(calls().told).not.toHaveBeenCalled();
  second.close();
  await eventually(async () => (await session(bob).presence()).connections === 0);
  passTime(20_000);
  await ring(stubOf(bob));
  expect(await nthPresence(annsPhone, 2)).toEqual(shown(person('UBOB', 'away')));
});

test('away by hand stays so, whatever devices do, until it is taken back', async () => {
  const annsPhone = await open(ann);
  const bobsPhone = await open(bob);
  await watch(annsPhone, bob);
  await session(bob).setManualAway(true);
  expect(await nthPresence(annsPhone, 2)).toEqual(shown(person('UBOB', 'away')));
  expect(await bobsPhone.frame('own_presence')).toMatchObject({ presence: { presence: 'away', manual_away: true } });
  bobsPhone.send({ type: 'active', is_active: true });
  const laptop = await open(bob, 'laptop');
  expect(laptop.frames[0]).toMatchObject({ presence: { presence: 'away', manual_away: true } });
  await session(bob).setManualAway(false);
  expect(await nthPresence(annsPhone, 3)).toEqual(shown(person('UBOB', 'active')));
  expect(calls().told).toHaveBeenCalledTimes(2);
});

test('a device whose pings stopped is not taken for connected, and whoever asks finds it out for all', async () => {
  const annsPhone = await open(ann);
  await open(bob);
  await watch(annsPhone, bob);
  // The runtime's own clock is not the test's.
  const pinged = Date.now() + 2 * minute;
  await runInDurableObject(stubOf(bob), (_object, state) => {
    vi.spyOn(state, 'getWebSocketAutoResponseTimestamp').mockImplementation(() => new Date(pinged));
  });
  passTime(4 * minute);
  expect(await session(bob).presence()).toMatchObject({ connections: 1, presence: 'active' });
  passTime(minute);
  expect(await session(bob).presence()).toEqual({
    presence: 'away',
    manual_away: false,
    connections: 0,
    isActive: false,
    lastActivity: null,
  });
  expect(await nthPresence(annsPhone, 2)).toEqual(shown(person('UBOB', 'away')));
});

test('when sockets died with the process, the next word says away', async () => {
  const phone = await open(ann);
  await watch(phone, bob);
  // What such a process leaves: watchers who were told that the person is active, and no socket.
  await runInDurableObject(stubOf(bob), (_object, { storage }) => {
    storage.sql.exec('UPDATE availability SET told = ?', JSON.stringify(person('UBOB', 'active')));
  });
  await session(bob).presence();
  expect(await nthPresence(phone, 2)).toEqual(shown(person('UBOB', 'away')));
});
