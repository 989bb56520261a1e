import { evictDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, test, vi } from 'vitest';
import {
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

test('each device hears of those on its own screen; two of them ask about somebody once', async () => {
  const phone = await open(ann, 'phone');
  const laptop = await open(ann, 'laptop');
  await watch(phone, bob);
  await watch(laptop, bob, cat);
  expect(await nthPresence(laptop, 2)).toEqual(shown(person('UCAT', 'away')));
  expect(calls().asked.mock.calls).toHaveLength(2);
  await open(cat);
  expect(await nthPresence(laptop, 3)).toEqual(shown(person('UCAT', 'active')));
  expect(JSON.stringify(presences(phone))).not.toContain('UCAT');
});

test('hibernation loses no watch, on either side', async () => {
  const phone = await open(ann);
  await watch(phone, bob);
  await evictDurableObject(stubOf(ann));
  await evictDurableObject(stubOf(bob));
  await open(bob);
  expect(await nthPresence(phone, 2)).toEqual(shown(person('UBOB', 'active')));
  expect(calls().asked).toHaveBeenCalledTimes(1);
});

test('a session that does not answer is unknown, and is asked again while it is on screen', async () => {
  const phone = await open(ann);
  calls().asked.mockRejectedValueOnce(new Error('unreachable'));
  await watch(phone, bob, cat);
  expect(presences(phone)).toEqual([{ type: 'presence', people: [person('UCAT', 'away')], unknown: ['UBOB'] }]);
  await ring(stubOf(ann));
  expect(calls().asked).toHaveBeenCalledTimes(2);
  passTime(10_000);
  await ring(stubOf(ann));
  expect(await nthPresence(phone, 2)).toEqual(shown(person('UBOB', 'away')));
  expect(calls().asked).toHaveBeenCalledTimes(3);
});

test('one that never answers is asked ever more rarely, and not at all once it is on no screen', async () => {
  const phone = await open(ann);
  calls().asked.mockRejectedValue(new Error('unreachable'));
  await watch(phone, bob);
  for (let tries = 2; tries <= 4; tries += 1) {
    passTime(5_000 * 2 ** tries);
    await ring(stubOf(ann));
    await nthPresence(phone, tries);
  }
  phone.send({ type: 'watch_presence', users: [] });
  await session(ann).presence();
  await eventually(async () => {
    passTime(5 * minute);
    return !(await ring(stubOf(ann)));
  });
  expect(calls().asked).toHaveBeenCalledTimes(4);
});

test('an answer that comes after the change that followed it does not undo the change', async () => {
  const phone = await open(ann);
  await open(bob);
  const { promise: release, resolve } = Promise.withResolvers<void>();
  const late = { state: person('UBOB', 'active'), turn: 1 };
  calls().asked.mockImplementationOnce(async () => {
    await release;
    return late;
  });
  phone.send({ type: 'watch_presence', users: ['UBOB'] });
  await eventually(() => calls().asked.mock.calls.length === 1);
  await session(ann).presenceOf({ state: person('UBOB', 'away'), turn: 2 }, null);
  resolve();
  await nthPresence(phone, 2);
  expect(presences(phone)).toEqual([shown(person('UBOB', 'away')), shown(person('UBOB', 'away'))]);
});

test('when the directory does not answer, all are unknown, and a made-up id is not asked for again and again', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const phone = await open(ann);
  const fail = vi.spyOn(env.SHARD_1, 'prepare').mockImplementation(() => {
    throw new Error('unreachable');
  });
  phone.send({ type: 'watch_presence', users: ['UBOB', 'UNOBODY'] });
  expect(await nthPresence(phone, 1)).toEqual({ type: 'presence', people: [], unknown: ['UBOB', 'UNOBODY'] });
  fail.mockRestore();
  passTime(minute);
  await ring(stubOf(ann));
  expect(await nthPresence(phone, 2)).toEqual(shown(person('UBOB', 'away')));
  expect(await ring(stubOf(ann))).toBe(false);
});

test('a made-up id is asked of nobody, and makes no object', async () => {
  const phone = await open(ann);
  phone.send({ type: 'watch_presence', users: ['UNOBODY', 'UBOB', '../x', 'UBOB'] });
  expect(await nthPresence(phone, 1)).toEqual(shown(person('UBOB', 'away')));
  expect(calls().asked).toHaveBeenCalledTimes(1);
});

test('what is too long for a name is nobody’s, and keeps nobody else off the screen', async () => {
  const phone = await open(ann);
  const names = Array.from({ length: 199 }, (_, n) => `U${n}`.padEnd(200, 'X'));
  phone.send({ type: 'watch_presence', users: [...names, 'UBOB'] });
  expect(await nthPresence(phone, 1)).toEqual(shown(person('UBOB', 'away')));
});

test('more people than a screen can have are refused', async () => {
  const phone = await open(ann);
  phone.send({ type: 'watch_presence', users: Array.from({ length: 201 }, (_, n) => `U${n}`) });
  expect(await phone.frame('error')).toMatchObject({ error: 'malformed_frame' });
  expect(calls().asked).not.toHaveBeenCalled();
});

test('a device that polls is there while it does, and hears of those whom it has on screen', async () => {
  const catsPhone = await open(cat);
  await watch(catsPhone, ann);
  const poll = async (frames: object[], have?: string) => {
    const answer = await session(ann).poll({ session: 'phone', frames: frames.map((f) => JSON.stringify(f)), have });
    if (!answer.ok) throw new Error(answer.error);
    return { have: answer.have, frames: answer.frames.map((frame): unknown => JSON.parse(frame)) };
  };
  const first = await poll([{ type: 'watch_presence', users: ['UBOB'] }]);
  expect(first.frames).toMatchObject([{ type: 'boot', presence: { presence: 'active' } }]);
  expect(await nthPresence(catsPhone, 2)).toEqual(shown(person('UANN', 'active')));
  await eventually(() => calls().asked.mock.calls.some(([watcher]) => watcher === 'UANN'));
  const heardOf: unknown[] = [];
  await eventually(async () => {
    heardOf.push(...(await poll([], first.have)).frames);
    return heardOf.length > 0;
  });
  expect(heardOf).toEqual([shown(person('UBOB', 'away'))]);
  expect((await poll([], first.have)).frames).toEqual([]);
  await open(bob);
  await eventually(() => calls().told.mock.results.length === 2);
  expect((await poll([], first.have)).frames).toEqual([shown(person('UBOB', 'active'))]);
  passTime(minute);
  expect(await session(ann).presence()).toMatchObject({ presence: 'away', connections: 0 });
});
