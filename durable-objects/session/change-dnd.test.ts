import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { isPaused, noDnd, type DndSchedule } from '../../shared/presence.ts';
import { TestSocket } from '../testing/socket.ts';
import { eventually, hour, minute, passTime, ring, setClock } from '../testing/time.ts';
import { bob, newWorkspace } from '../testing/workspace.ts';
import { sessionOf } from './stub.ts';

let workspace: string;
beforeEach(async () => {
  workspace = await newWorkspace();
  setClock('2030-03-01T12:00:00Z');
});
afterEach(() => void vi.useRealTimers());

const bobs = () => sessionOf(env, workspace, bob.userId);
const stub = () => env.SESSION.getByName(`${workspace}:${bob.userId}`);
const seconds = () => Math.floor(Date.now() / 1000);
const at = (iso: string) => Date.parse(`${iso}:00Z`) / 1000;
const nights: DndSchedule = { is_enabled: true, start: 22 * 60, end: 8 * 60, days: [0, 1, 2, 3, 4, 5, 6] };
const paused = async () => isPaused(await bobs().dnd(), seconds());

test('a pause by hand lasts as long as was said, and devices hear of it and of its end', async () => {
  const phone = await TestSocket.open(stub(), bob);
  await phone.frame('boot');
  const snoozed = { ...noDnd, snooze_enabled: true, snooze_endtime: seconds() + 3600 };
  expect(await bobs().snooze(60)).toEqual({ ok: true, dnd: snoozed });
  expect(await phone.frame('dnd')).toMatchObject({ dnd: snoozed });
  passTime(59 * minute);
  expect(await paused()).toBe(true);
  passTime(minute);
  expect(await bobs().dnd()).toEqual(noDnd);
  await ring(stub());
  const second = await phone.until(() => phone.frames.filter(({ type }) => type === 'dnd')[1]);
  expect(second).toMatchObject({ dnd: noDnd });
});

test('another pause takes the place of the first; thirty days are the most', async () => {
  await bobs().snooze(60);
  await bobs().snooze(5);
  passTime(6 * minute);
  expect(await paused()).toBe(false);
  expect(await bobs().snooze(30 * 24 * 60)).toMatchObject({ ok: true });
  expect(await bobs().snooze(30 * 24 * 60 + 1)).toEqual({ ok: false, error: 'too_long' });
});

test('a pause can be ended, once', async () => {
  await bobs().snooze(60);
  expect(await bobs().endSnooze()).toEqual({ ok: true, dnd: noDnd });
  expect(await bobs().endSnooze()).toEqual({ ok: false, error: 'snooze_not_active' });
});

test("a schedule is kept in the person's time zone", async () => {
  const { dnd, schedule } = await bobs().setDndSchedule({ ...nights, days: [5, 5, 1] }, 'America/New_York');
  expect(schedule).toEqual({ ...nights, days: [1, 5] });
  expect(dnd).toMatchObject({
    dnd_enabled: true,
    next_dnd_start_ts: at('2030-03-02T03:00'),
    next_dnd_end_ts: at('2030-03-02T13:00'),
  });
  expect(await paused()).toBe(false);
  passTime(16 * hour);
  expect(await paused()).toBe(true);
});

test('a person who moves takes the schedule along', async () => {
  await bobs().setDndSchedule(nights, 'Etc/UTC');
  const phone = await TestSocket.open(stub(), bob);
  expect(await phone.frame('boot')).toMatchObject({ dnd: { next_dnd_start_ts: at('2030-03-01T22:00') } });
  await bobs().setDndSchedule(nights, 'Europe/Berlin');
  expect(await phone.frame('dnd')).toMatchObject({ dnd: { next_dnd_start_ts: at('2030-03-01T21:00') } });
});

test('a period that is ended by hand is over, for pauses by hand too, and the next comes', async () => {
  await bobs().setDndSchedule(nights, 'Etc/UTC');
  setClock('2030-03-02T01:00:00Z');
  await bobs().snooze(600);
  expect(await bobs().endDnd()).toMatchObject({ ok: true, dnd: { snooze_enabled: false } });
  expect(await paused()).toBe(false);
  expect(await bobs().dnd()).toMatchObject({ next_dnd_start_ts: at('2030-03-02T22:00') });
  setClock('2030-03-02T23:00:00Z');
  expect(await paused()).toBe(true);
});

test('ending what is not under way ends nothing that is to come', async () => {
  await bobs().setDndSchedule(nights, 'Etc/UTC');
  await bobs().endDnd();
  expect(await bobs().dnd()).toMatchObject({ next_dnd_start_ts: at('2030-03-01T22:00') });
});

test('when a period ends, devices hear of the next; where nobody looks, no alarm is set for it', async () => {
  await bobs().setDndSchedule(nights, 'Etc/UTC');
  const phone = await TestSocket.open(stub(), bob);
  await phone.frame('boot');
  setClock('2030-03-02T08:00:00Z');
  await ring(stub());
  const dnd = await phone.frame('dnd');
  expect(dnd).toMatchObject({ dnd: { next_dnd_start_ts: at('2030-03-02T22:00') } });
  phone.close();
  await eventually(async () => (await bobs().presence()).connections === 0);
  setClock('2030-03-03T08:00:00Z');
  while (await ring(stub())) passTime(minute);
  expect(await bobs().dnd()).toMatchObject({ next_dnd_start_ts: at('2030-03-03T22:00') });
});
