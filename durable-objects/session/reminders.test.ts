import { evictDurableObject, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { dayNumber } from '../../shared/calendar/wall-time.ts';
import type { Recurrence } from '../../shared/calendar/recurrence.ts';
import { maxReminders } from '../../shared/reminder.ts';
import { TestSocket } from '../testing/socket.ts';
import { day, eventually, hour, minute, passTime, ring, setClock } from '../testing/time.ts';
import { bob, newWorkspace } from '../testing/workspace.ts';
import { sessionOf } from './stub.ts';

let workspace: string;
beforeEach(async () => {
  workspace = await newWorkspace();
  setClock('2030-03-01T12:00:00Z');
});
afterEach(() => void vi.useRealTimers());

const utc = 'Etc/UTC';
const newYork = 'America/New_York';
const bobs = () => sessionOf(env, workspace, bob.userId);
const stub = () => env.SESSION.getByName(`${workspace}:${bob.userId}`);
const daily: Recurrence = {
  frequency: 'daily',
  interval: 1,
  since: dayNumber({ year: 2030, month: 3, day: 1 }),
  hour: 9,
  minute: 0,
};

async function remind(text: string, at: string, recurrence: Recurrence | null = null, zone = utc): Promise<string> {
  const answer = await bobs().addReminder({ text, at: Date.parse(`${at}Z`), recurrence }, zone);
  if (!answer.ok) throw new Error(answer.error);
  return answer.reminder.id;
}

const lines = async () =>
  (await bobs().activity({ after: null, limit: 500, kinds: ['reminder'] })).entries.map(({ item }) => item);
const texts = async () => (await lines()).map(({ text }) => text);
const next = async (id: string) => {
  const answer = await bobs().reminder(id);
  return answer.ok && new Date(answer.reminder.time * 1000).toISOString().slice(0, 16);
};

test('a reminder is a line in the activity view at its time, once, and devices get it', async () => {
  const phone = await TestSocket.open(stub(), bob);
  await phone.frame('boot');
  const id = await remind('eat', '2030-03-01T12:20:00');
  await ring(stub());
  expect(await lines()).toEqual([]);
  passTime(20 * minute);
  await ring(stub());
  await ring(stub());
  const line = { id: expect.stringContaining(id), kind: 'reminder', text: 'eat', at: Date.now() };
  expect(await lines()).toEqual([line]);
  expect(await phone.frame('activity')).toEqual({ type: 'activity', item: line, unread: 1, has_new: true });
  expect(await phone.frame('stale')).toEqual({ type: 'stale', what: 'reminders' });
  expect(await bobs().reminders()).toEqual([
    {
      id,
      creator: bob.userId,
      user: bob.userId,
      text: 'eat',
      recurring: false,
      time: Date.parse('2030-03-01T12:20:00Z') / 1000,
      complete_ts: 0,
    },
  ]);
});

test('it survives a restart', async () => {
  await remind('eat', '2030-03-01T12:20:00');
  await evictDurableObject(stub());
  passTime(hour);
  expect(await ring(stub())).toBe(true);
  expect(await texts()).toEqual(['eat']);
});

test('two alarms at once tell of it once', async () => {
  await remind('eat', '2030-03-01T12:20:00');
  await remind('drink', '2030-03-02T09:00:00', daily);
  passTime(2 * day);
  await runInDurableObject(stub(), async (object) => {
    await Promise.all([object.alarm(), object.alarm()]);
  });
  expect((await texts()).toSorted()).toEqual(['drink', 'eat']);
});

test('one that comes again keeps to the clock on the wall when clocks change', async () => {
  const id = await remind('stand up', '2030-03-08T14:00:00', daily, newYork);
  setClock('2030-03-09T14:00:00Z');
  await ring(stub());
  expect(await next(id)).toBe('2030-03-10T13:00');
  passTime(day);
  await ring(stub());
  expect(await next(id)).toBe('2030-03-11T13:00');
  expect(await texts()).toHaveLength(2);
});

test('one at 2:30 comes an hour later in the night when 2:30 does not exist, and not twice in the other', async () => {
  const nightly = { ...daily, hour: 2, minute: 30 };
  const id = await remind('sleep', '2030-03-09T07:30:00', nightly, newYork);
  setClock('2030-03-09T07:30:00Z');
  await ring(stub());
  expect(await next(id)).toBe('2030-03-10T07:30');
  setClock('2030-03-10T07:30:00Z');
  await ring(stub());
  expect(await next(id)).toBe('2030-03-11T06:30');
  const other = await remind('wake', '2030-11-02T05:30:00', { ...nightly, hour: 1 }, newYork);
  setClock('2030-11-03T05:30:00Z');
  await ring(stub());
  expect(await next(other)).toBe('2030-11-04T06:30');
  passTime(hour);
  await ring(stub());
  expect((await texts()).filter((text) => text === 'wake')).toHaveLength(1);
});

test('after a long sleep it comes once, late, and then when its schedule says', async () => {
  const id = await remind('stand up', '2030-03-02T09:00:00', daily);
  setClock('2032-07-01T17:23:45Z');
  await ring(stub());
  await ring(stub());
  expect(await texts()).toEqual(['stand up']);
  expect(await next(id)).toBe('2032-07-02T09:00');
});

test('a clock that was ahead and was put right does not silence what comes again', async () => {
  const id = await remind('stand up', '2030-03-02T09:00:00', daily);
  setClock('2031-01-01T00:00:00Z');
  await ring(stub());
  expect(await next(id)).toBe('2031-01-01T09:00');
  setClock('2030-03-05T12:00:00Z');
  await TestSocket.open(stub(), bob);
  await eventually(async () => (await next(id)) === '2030-03-06T09:00');
  passTime(day);
  await ring(stub());
  expect(await texts()).toHaveLength(2);
});

test('whoever moves to another time zone is reminded by the clocks there, of what was due before they came too', async () => {
  const id = await remind('stand up', '2030-03-02T09:00:00', daily);
  const late = await remind('late', '2030-03-01T12:01:00', { ...daily, hour: 12, minute: 1 });
  passTime(2 * minute);
  await remind('other', '2030-03-20T12:00:00', null, newYork);
  expect(await next(id)).toBe('2030-03-01T14:00');
  expect(await next(late)).toBe('2030-03-01T12:01');
  await ring(stub());
  expect(await texts()).toEqual(['late']);
  expect(await next(late)).toBe('2030-03-01T17:01');
});

test('one that is complete, or deleted, does not come; one that comes again is never complete', async () => {
  const done = await remind('done', '2030-03-01T12:20:00');
  const gone = await remind('gone', '2030-03-01T12:21:00');
  const again = await remind('again', '2030-03-02T09:00:00', daily);
  expect(await bobs().completeReminder(done)).toEqual({ ok: true });
  expect(await bobs().completeReminder(done)).toEqual({ ok: true });
  expect(await bobs().deleteReminder(gone)).toEqual({ ok: true });
  expect(await bobs().completeReminder(again)).toEqual({ ok: false, error: 'cannot_complete_recurring' });
  passTime(hour);
  await ring(stub());
  expect(await lines()).toEqual([]);
  expect((await bobs().reminders()).map(({ id, complete_ts }) => [id, complete_ts])).toEqual([
    [again, undefined],
    [done, Date.parse('2030-03-01T12:00:00Z') / 1000],
  ]);
  for (const call of [bobs().reminder(gone), bobs().completeReminder(gone), bobs().deleteReminder(gone)]) {
    expect(await call).toEqual({ ok: false, error: 'not_found' });
  }
});

test('there may be a thousand that are not complete', async () => {
  const id = await remind('first', '2030-03-01T12:20:00');
  await runInDurableObject(stub(), (_object, { storage }) => {
    for (let n = 1; n < maxReminders; n += 1) {
      storage.sql.exec('INSERT INTO reminders (id, text, time, completed) VALUES (?, ?, 1, 0)', `Rm${n}`, `${n}`);
    }
  });
  const plan = { text: 'one more', at: Date.now() + hour, recurrence: null };
  expect(await bobs().addReminder(plan, utc)).toEqual({ ok: false, error: 'too_many_reminders' });
  await bobs().completeReminder(id);
  expect(await bobs().addReminder(plan, utc)).toMatchObject({ ok: true });
});

test('ten thousand that are due at once are told of in several runs, each once', async () => {
  const count = 10_000;
  const runs = count / 100;
  const added: string[] = [];
  await remind('first', '2030-03-01T12:20:00');
  await runInDurableObject(stub(), async (object, { storage }) => {
    storage.sql.exec(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
       INSERT INTO reminders (id, text, time, completed, next) SELECT 'Rm' || i, i, 1, 0, 1 FROM n`,
      count - 1,
    );
    // Kept apart from the view, which keeps the newest five hundred only.
    storage.sql.exec('CREATE TABLE told (id TEXT)');
    storage.sql.exec('CREATE TRIGGER tell AFTER INSERT ON activity BEGIN INSERT INTO told VALUES (new.id); END');
    passTime(hour);
    for (let run = 0; run < runs; run += 1) await object.alarm();
    added.push(
      ...storage.sql
        .exec<{ id: string }>('SELECT id FROM told')
        .toArray()
        .map(({ id }) => id),
    );
  });
  expect(added).toHaveLength(count);
  expect(new Set(added).size).toBe(count);
});
