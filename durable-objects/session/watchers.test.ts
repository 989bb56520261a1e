import { evictDurableObject } from 'cloudflare:test';
import { expect, test, vi } from 'vitest';
import { noDnd } from '../../shared/presence.ts';
import { presenceRefresh } from '../../shared/protocol/session-socket.ts';
import type { User } from '../../shared/user.ts';
import {
  nthPresence,
  open,
  person,
  session,
  shown,
  stubOf,
  watch,
  watchersOf,
  setPresenceScene,
} from '../testing/presence-scene.ts';
import { eventually, minute, passTime, ring } from '../testing/time.ts';
import { ann, bob, cat } from '../testing/workspace.ts';

const calls = setPresenceScene();

const user: User = {
  id: 'UBOB',
  team_id: 'T1',
  name: 'bob',
  deleted: false,
  real_name: 'Bob',
  tz: 'Etc/UTC',
  profile: { real_name: 'Bob', display_name: 'bob', status_text: 'lunch' },
  is_admin: false,
  is_owner: false,
  is_bot: false,
  updated: 1,
};

test('a lease that is not renewed ends; one that is renewed goes on', async () => {
  const annsPhone = await open(ann);
  const catsPhone = await open(cat);
  await watch(annsPhone, bob);
  await watch(catsPhone, bob);
  passTime(presenceRefresh);
  await watch(annsPhone, bob);
  passTime(presenceRefresh + minute);
  await open(bob);
  await nthPresence(annsPhone, 3);
  expect(calls().told).toHaveBeenCalledTimes(1);
  expect(calls().asked).toHaveBeenCalledTimes(3);
});

test('a session on whose screens nobody is any more is told no more', async () => {
  const phone = await open(ann);
  await watch(phone, bob);
  await watch(phone, cat);
  await open(bob);
  await eventually(() => calls().told.mock.results.length === 1);
  expect(await calls().told.mock.results[0]?.value).toBe(false);
  await eventually(async () => (await watchersOf(bob)).length === 0);
  await session(bob).setManualAway(true);
  expect(calls().told).toHaveBeenCalledTimes(1);
});

test('a watcher that could not be told is told again, of what is so then', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const annsPhone = await open(ann);
  await open(bob);
  await watch(annsPhone, bob);
  calls().told.mockRejectedValueOnce(new Error('unreachable'));
  await session(bob).setManualAway(true);
  await eventually(() => calls().told.mock.calls.length === 1);
  await eventually(async () => (await watchersOf(bob))[0]?.['untold'] === 1);
  passTime(minute);
  await ring(stubOf(bob));
  expect(await nthPresence(annsPhone, 2)).toEqual(shown(person('UBOB', 'away')));
  await ring(stubOf(bob));
  expect(calls().told).toHaveBeenCalledTimes(2);
});

test('pauses are told like presence', async () => {
  const phone = await open(ann);
  await watch(phone, bob);
  await session(bob).snooze(30);
  const dnd = { ...noDnd, snooze_enabled: true, snooze_endtime: Date.now() / 1000 + 1800 };
  expect(await nthPresence(phone, 2)).toEqual(shown({ ...person('UBOB', 'away'), dnd }));
  passTime(30 * minute);
});

test("a changed profile reaches the person's devices and those who have them on screen", async () => {
  const annsPhone = await open(ann);
  const bobsPhone = await open(bob);
  const catsPhone = await open(cat);
  await watch(annsPhone, bob);
  await session(bob).profileChanged(user);
  expect(await bobsPhone.frame('user')).toEqual({ type: 'user', user });
  expect(await annsPhone.frame('user')).toEqual({ type: 'user', user });
  expect(catsPhone.frames).toHaveLength(1);
  expect(calls().told).toHaveBeenCalledTimes(1);
  await session(bob).setManualAway(true);
  await eventually(() => calls().told.mock.calls.length === 2);
  expect(calls().told.mock.calls[1]?.[1]).toBeNull();
});

test('an answer says of when the profile is, so that whoever was not told has it looked up', async () => {
  await session(bob).profileChanged({ ...user, updated: 1234 });
  const phone = await open(ann);
  await watch(phone, bob, cat);
  expect(await nthPresence(phone, 1)).toEqual(
    shown({ ...person('UBOB', 'away'), updated: 1234 }, person('UCAT', 'away')),
  );
});

test('a watcher who could not be told of a profile is told of it later, as it is then', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const phone = await open(ann);
  await watch(phone, bob);
  calls().told.mockRejectedValueOnce(new Error('unreachable'));
  await session(bob).profileChanged(user);
  await eventually(() => calls().told.mock.results.length === 1);
  await evictDurableObject(stubOf(bob));
  passTime(minute);
  await ring(stubOf(bob));
  expect(await phone.frame('user')).toEqual({ type: 'user', user });
});

test('a lease is never longer than it may be, whatever is asked for, and none outlives a clock that was ahead', async () => {
  await session(bob).watchPresence('UANN', Number.MAX_SAFE_INTEGER);
  expect(await watchersOf(bob)).toMatchObject([{ until: Date.now() + 2 * presenceRefresh }]);
  passTime(-60 * minute);
  await session(bob).setManualAway(true);
  await session(bob).snooze(5);
  expect(await watchersOf(bob)).toEqual([]);
});
