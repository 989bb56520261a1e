import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { defaultChannelPreferences, defaultPreferences } from '../../shared/preferences.ts';
import { closeCodes } from '../../shared/protocol/sockets.ts';
import { SessionServerFrame } from '../../shared/protocol/session-socket.ts';
import { newsOf, sidebarChannel } from '../testing/sidebar-channel.ts';
import { TestSocket } from '../testing/socket.ts';
import { passTime, setClock } from '../testing/time.ts';
import { ann, bob, cat, newWorkspace } from '../testing/workspace.ts';
import { untouchedSections } from './sections.ts';
import { SessionObject } from './session.ts';
import { sessionOf } from './stub.ts';

let workspace: string;
/** Where nothing has happened before. */
let other: string;
beforeAll(async () => {
  workspace = await newWorkspace();
  other = await newWorkspace();
});

afterEach(() => {
  vi.useRealTimers();
});

const stubOf = (userId: string) => env.SESSION.getByName(`${workspace}:${userId}`);
const draft = (text: string, updated: number) => ({ type: 'draft', draft: { channel: 'C01', text, updated } });
const typesOf = (socket: TestSocket) => socket.frames.map((frame) => frame['type']);

test('a device boots with one frame that has everything, also after an eviction', async () => {
  const session = sessionOf(env, workspace, 'UANN');
  const thread = {
    channel: 'C02',
    thread_ts: '1700000000.000000',
    last_read: '1700000000.000000',
    has_unread: true,
    mention_count: 1,
    latest_reply: '1700000009.000000',
  };
  await session.hear(newsOf('C01', 1));
  await session.hear(
    newsOf('C02', 1, {
      entry: sidebarChannel('C02', { has_unread: true }),
      threads: [thread],
      activity: [{ id: 'a', kind: 'mention', channel: 'C02', ts: '1700000009.000000', at: 1 }],
    }),
  );
  await session.hear(newsOf('C03', 1));
  await session.hear(newsOf('C03', 2, { entry: null }));
  await session.setChannelPreferences('C01', { is_muted: true });
  await session.save({ channel: 'C02', ts: '1700000009.000000', due: null });
  await session.setPreferences({ unread_only: true });
  await evictDurableObject(stubOf('UANN'));
  const socket = await TestSocket.open(stubOf('UANN'), ann);
  expect(await socket.frame('boot')).toMatchObject({
    type: 'boot',
    protocol: 1,
    workspace: { id: workspace, name: 'Testers', domain: workspace.toLowerCase() },
    self: { id: 'UANN', role: 'owner' },
    channels: [sidebarChannel('C01'), sidebarChannel('C02', { has_unread: true })],
    channel_preferences: { C01: { ...defaultChannelPreferences, is_muted: true } },
    preferences: { ...defaultPreferences, unread_only: true },
    sections: untouchedSections,
    unread_threads: [thread],
    unread_activity: 1,
    drafts: [],
    saved: [{ channel: 'C02', ts: '1700000009.000000', due: null }],
  });
});

test('every device is told, except those that were signed out', async () => {
  const session = sessionOf(env, workspace, 'UCAT');
  const phone = await TestSocket.open(stubOf('UCAT'), cat, { session: 'phone' });
  const laptop = await TestSocket.open(stubOf('UCAT'), cat, { session: 'laptop' });
  await Promise.all([phone.frame('boot'), laptop.frame('boot')]);
  await session.signOut(['phone']);
  await session.hear(newsOf('C09', 1));
  await laptop.frame('channel');
  expect(await phone.closeCode()).toBe(closeCodes.signedOut);
  expect(typesOf(phone)).not.toContain('channel');
  const back = await TestSocket.open(stubOf('UCAT'), cat, { session: 'phone' });
  expect(await back.closeCode()).toBe(closeCodes.signedOut);
});

test('a device that was signed out is not heard, though it goes on sending', async () => {
  const session = sessionOf(env, other, 'UCAT');
  const stub = env.SESSION.getByName(`${other}:UCAT`);
  const lost = await TestSocket.open(stub, cat, { session: 'lost phone' });
  const laptop = await TestSocket.open(stub, cat, { session: 'laptop' });
  await Promise.all([lost.frame('boot'), laptop.frame('boot')]);
  await session.signOut(['lost phone']);
  lost.send(draft('from a signed-out phone', 5));
  for (let n = 0; n < 50; n += 1) await session.channels();
  const later = await TestSocket.open(stub, cat);
  expect(await later.frame('boot')).toMatchObject({ drafts: [] });
  expect(typesOf(laptop)).not.toContain('draft');
});

test('a call that fails half-way takes no alarm with it', async () => {
  const at = Date.now() + 3_600_000;
  const alarm = await runInDurableObject(env.SESSION.getByName(`${other}:UCAT`), async (object, { storage }) => {
    if (!(object instanceof SessionObject)) throw new Error('not a session');
    const nonsense = { frequency: 'daily', interval: 0, since: 0, hour: 0, minute: 0 } as const;
    await expect(object.addReminder({ text: 'never', at, recurrence: nonsense }, 'UTC')).rejects.toThrow('interval');
    await object.addReminder({ text: 'in time', at: at + 1000, recurrence: null }, 'UTC');
    return storage.getAlarm();
  });
  expect(alarm).toBeLessThanOrEqual(at + 2000);
});

test('a device that talks out of turn is told once and then closed; pings are answered', async () => {
  const socket = await TestSocket.open(stubOf('UANN'), ann);
  await socket.frame('boot');
  socket.send('ping');
  await socket.until(() => socket.frames.find((frame) => frame['raw'] === 'pong'));
  socket.send({ type: 'hello?' });
  expect(await socket.frame('error')).toEqual({ type: 'error', error: 'malformed_frame' });
  socket.send(`{"type":"draft","draft":{"channel":"C01","text":"${'x'.repeat(40_001)}","updated":1}}`);
  expect(await socket.closeCode()).toBe(closeCodes.malformed);
});

test('a saved message that is due is a line in the activity view, once', async () => {
  const session = sessionOf(env, other, 'UBOB');
  const socket = await TestSocket.open(env.SESSION.getByName(`${other}:UBOB`), bob);
  await socket.frame('boot');
  await session.hear(newsOf('C01', 1));
  const saved = { channel: 'C01', ts: '1700000009.000000', due: Math.floor(Date.now() / 1000) };
  await session.save(saved);
  const { ts, channel } = saved;
  expect(await socket.frame('activity')).toMatchObject({ item: { kind: 'reminder', channel, ts }, unread: 1 });
  await runDurableObjectAlarm(env.SESSION.getByName(`${other}:UBOB`));
  const { entries } = await session.activity({ after: null, limit: 10, kinds: null });
  expect(entries).toHaveLength(1);
});

describe('drafts', () => {
  test('written on one device appear on the others, and not on itself', async () => {
    const phone = await TestSocket.open(stubOf('UBOB'), bob, { session: 'one browser' });
    const tab = await TestSocket.open(stubOf('UBOB'), bob, { session: 'one browser' });
    await Promise.all([phone.frame('boot'), tab.frame('boot')]);
    phone.send(draft('hello', 5));
    expect(await tab.frame('draft')).toEqual(draft('hello', 5));
    tab.send(draft('hello there', 6));
    expect(await phone.frame('draft')).toEqual(draft('hello there', 6));
    const later = await TestSocket.open(stubOf('UBOB'), bob);
    expect(await later.frame('boot')).toMatchObject({ drafts: [draft('hello there', 6).draft] });
    expect(tab.frames.filter((frame) => frame['type'] === 'draft')).toHaveLength(1);
  });

  test('written on two devices at once are the same on both in the end', async () => {
    const phone = await TestSocket.open(stubOf('UBOB'), bob, { session: 'phone' });
    const laptop = await TestSocket.open(stubOf('UBOB'), bob, { session: 'laptop' });
    await Promise.all([phone.frame('boot'), laptop.frame('boot')]);
    for (let n = 0; n < 50; n += 1) {
      phone.send(draft(`phone ${n}`, 1000 + 2 * n));
      laptop.send(draft(`laptop ${n}`, 1001 + 2 * n));
    }
    const last = draft('laptop 49', 1099);
    await phone.until(() => phone.frames.find((frame) => JSON.stringify(frame) === JSON.stringify(last)));
    const later = await TestSocket.open(stubOf('UBOB'), bob);
    expect(await later.frame('boot')).toMatchObject({ drafts: [last.draft] });
  });
});

describe('a poll', () => {
  const session = () => sessionOf(env, other, 'UANN');
  const poll = (have: string | undefined, ...frames: object[]) =>
    session().poll({
      session: 'behind a proxy',
      frames: frames.map((frame) => JSON.stringify(frame)),
      have,
    });
  const read = async (answer: ReturnType<typeof poll>) => {
    const polled = await answer;
    if (!polled.ok) throw new Error(polled.error);
    return {
      have: polled.have,
      frames: polled.frames.map((text): Record<string, unknown> => JSON.parse(text) as Record<string, unknown>),
    };
  };

  test('brings the boot frame once, and again when something has changed', async () => {
    const first = await read(poll(undefined));
    expect(first.frames.map(({ type }) => type)).toEqual(['boot']);
    const idle = await read(poll(first.have));
    expect(idle.frames).toEqual([]);
    await session().hear(newsOf('C01', 1));
    const changed = await read(poll(idle.have));
    expect(changed.frames).toMatchObject([{ type: 'boot', channels: [sidebarChannel('C01')] }]);
    expect((await read(poll(changed.have))).frames).toEqual([]);
  });

  test('takes frames, and answers those that are none', async () => {
    const answer = await read(poll(undefined, draft('typed', 5), { type: 'hello?' }));
    expect(answer.frames).toMatchObject([
      { type: 'boot', drafts: [draft('typed', 5).draft] },
      { type: 'error', error: 'malformed_frame' },
    ]);
  });

  test('brings each notice once', async () => {
    const { have } = await read(poll(undefined));
    const notice = { type: 'notice', channel: 'C01', ts: '1700000001.000000', text: 'hi', kind: 'direct' } as const;
    await session().hear(newsOf('C01', 2, { notices: [notice] }));
    const first = await read(poll(have));
    expect(first.frames.filter(({ type }) => type === 'notice')).toEqual([notice]);
    expect((await read(poll(first.have))).frames.filter(({ type }) => type === 'notice')).toEqual([]);
  });

  test('is refused to a device that was signed out', async () => {
    await session().signOut(['behind a proxy']);
    expect(await poll(undefined)).toEqual({ ok: false, error: 'token_revoked' });
  });
});

test('the boot frame of a person with 300 channels is small, and is what the protocol says', async () => {
  const session = sessionOf(env, other, 'UCAT');
  await Promise.all(
    Array.from({ length: 300 }, (_, i) => {
      const id = `C0BIG${100 + i}`;
      const entry = sidebarChannel(id, {
        name: `a-channel-with-a-name-${i}`,
        topic: 'What this channel is about, in a sentence of some length',
        latest: `17000${100 + i}00.000001`,
      });
      return session.hear(newsOf(id, 1, { entry }));
    }),
  );
  const socket = await TestSocket.open(env.SESSION.getByName(`${other}:UCAT`), cat);
  const boot = SessionServerFrame.parse(await socket.frame('boot'));
  expect(boot).toMatchObject({ type: 'boot', channels: { length: 300 } });
  expect(JSON.stringify(boot).length / 300).toBeLessThan(350);
});

test('what a session kept before there was more to keep is kept', async () => {
  const stub = stubOf('UOLD');
  const { latest: _latest, ...before } = sidebarChannel('C01');
  await runInDurableObject(stub, (_object, { storage }) => {
    const { sql } = storage;
    const names = sql
      .exec<{ name: string }>(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\'",
      )
      .toArray();
    const [first] = sql.exec<{ sql: string }>('SELECT sql FROM migrations ORDER BY step').toArray();
    for (const { name } of names) if (name !== 'migrations') sql.exec(`DROP TABLE ${name}`);
    sql.exec('DELETE FROM migrations WHERE step > 0');
    sql.exec(first?.sql ?? '');
    sql.exec("INSERT INTO channels (id, seq, entry) VALUES ('C01', 5, ?), ('C02', 7, NULL)", JSON.stringify(before));
  });
  await evictDurableObject(stub);
  const session = sessionOf(env, workspace, 'UOLD');
  expect(await session.channels()).toEqual([sidebarChannel('C01')]);
  await session.hear(newsOf('C02', 6));
  expect(await session.channels()).toHaveLength(1);
  await session.hear(newsOf('C02', 8));
  expect(await session.channels()).toHaveLength(2);
});

test('a device that says too much is told once and then closed; in polls it is told, and nothing of it is done', async () => {
  setClock('2030-03-01T12:00:00Z');
  const socket = await TestSocket.open(stubOf('UCAT'), cat);
  await socket.frame('boot');
  const written = Array.from({ length: 101 }, (_, n) => draft(`${n}`, n));
  for (const frame of written.slice(0, 100)) socket.send(frame);
  passTime(100);
  socket.send({ type: 'active', is_active: false });
  expect(socket.frames.filter(({ type }) => type === 'error')).toEqual([]);
  socket.send(draft('too much', 1_000));
  expect(await socket.frame('error')).toEqual({ type: 'error', error: 'ratelimited' });
  socket.send(draft('too much', 1_001));
  expect(await socket.closeCode()).toBe(closeCodes.malformed);
  const frames = [...written, draft('too much', 1_002)].map((frame) => JSON.stringify(frame));
  const polled = await sessionOf(env, workspace, 'UCAT').poll({ session: 'a phone', frames });
  expect(polled).toMatchObject({ frames: expect.arrayContaining(['{"type":"error","error":"ratelimited"}']) });
  expect(JSON.stringify(polled)).not.toContain('too much');
});

test('a call of whoever is there counts for somebody at a device, and for nobody else', async () => {
  setClock('2030-03-01T12:00:00Z');
  const devices = [await TestSocket.open(stubOf('UBOB'), bob), await TestSocket.open(stubOf('UANN'), ann)];
  for (const device of devices) await device.frame('boot');
  await sessionOf(env, workspace, 'UANN').setManualAway(true);
  const countFor = async (userId: string) => {
    const session = sessionOf(env, workspace, userId);
    await session.hear(newsOf('C0HERE', 1, { here: ['1700000001.000000'] }));
    return (await session.channels()).find(({ id }) => id === 'C0HERE')?.mention_count;
  };
  expect([await countFor('UBOB'), await countFor('UANN'), await countFor('U0NODEVICE')]).toEqual([1, 0, 0]);
});
