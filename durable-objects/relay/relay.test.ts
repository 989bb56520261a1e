import { env } from 'cloudflare:workers';
import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { relayObjectName } from '../../shared/ids.ts';
import { closeCodes, relayHeader } from '../../shared/protocol/sockets.ts';
import { ChannelObject } from '../channel/channel.ts';
import { sessionOf } from '../session/stub.ts';
import { TestSocket } from '../testing/socket.ts';
import { minute, passTime, setClock } from '../testing/time.ts';
import { ann, bob, cat, newChannel, newWorkspace } from '../testing/workspace.ts';
import type { Viewer } from '../channel/context.ts';

let workspace: string;
let made: Awaited<ReturnType<typeof newChannel>>;
beforeAll(async () => {
  workspace = await newWorkspace();
});
beforeEach(async () => {
  made = await newChannel(workspace);
  await limitTo(2);
});

afterEach(() => {
  vi.useRealTimers();
});

/** How many sockets an object of this test takes. */
async function limitTo(limit: number, to = made): Promise<void> {
  await runInDurableObject(to.stub, (object) => {
    Object.assign(object, { env: { ...env, SOCKETS_PER_OBJECT: String(limit) } });
  });
}

const relay = (number: number, id = made.id) => env.RELAY.getByName(relayObjectName(workspace, id, number));

type Opening = { session?: string; query?: string; ticket?: string };

/** A socket where the Worker would open it: at the channel, or at the relay that the channel names. */
async function open(viewer: Viewer = ann, opening: Opening = {}, id = made.id, stub = made.stub) {
  const places: number[] = [];
  const door = {
    async fetch(request: Request): Promise<Response> {
      const response = await stub.fetch(request.clone());
      const named = response.headers.get(relayHeader);
      if (named === null) return response;
      places.push(Number(named));
      return relay(Number(named), id).fetch(request);
    },
  };
  const socket = await TestSocket.open(door, viewer, opening);
  return { socket, place: places[0] ?? null };
}

/** Two sockets at the channel, so that the next ones go to relays. */
async function fill(): Promise<[TestSocket, TestSocket]> {
  const [one, two] = [await open(ann), await open(ann)];
  await Promise.all([one.socket.frame('hello'), two.socket.frame('hello')]);
  return [one.socket, two.socket];
}

async function post(text: string, more = {}): Promise<string> {
  const posted = await made.channel.post(ann, { text, ...more });
  if (!posted.ok) throw new Error(posted.error);
  return posted.ts;
}

const hears = (socket: TestSocket, text: string) => socket.event((event) => event['text'] === text);

const hearAll = (sockets: TestSocket[], text: string) => Promise.all(sockets.map((socket) => hears(socket, text)));

/** Which relays the channel has on its list. */
const listed = () =>
  runInDurableObject(made.stub, (_object, { storage }) =>
    storage.sql.exec<{ number: number; stale: number }>('SELECT * FROM relays ORDER BY number').toArray(),
  );

describe('sockets beyond the setting', () => {
  test('go to relays, each of which takes as many', async () => {
    const places: (number | null)[] = [];
    for (let i = 0; i < 7; i += 1) {
      const { socket, place } = await open();
      await socket.frame('hello');
      places.push(place);
    }
    expect(places).toEqual([null, null, 1, 1, 2, 2, 3]);
  });

  test('are greeted by the channel, resume, and get everything that the channel’s own get, in order', async () => {
    const [own] = await fill();
    const root = await post('before');
    const { socket } = await open(bob);
    const hello = await socket.frame('hello');
    expect(hello).toMatchObject({ resumed: false, snapshot: { messages: [{ text: 'before' }] } });
    for (let i = 0; i < 20; i += 1) await post(`message ${i}`);
    await post('a reply', { threadTs: root });
    await post('the end');
    await hearAll([socket, own], 'the end');
    const seen = socket.events();
    expect(seen).toHaveLength(22);
    expect(own.events().slice(1)).toEqual(seen);
    expect(seen[20]).toMatchObject({ type: 'thread_changed', thread_ts: root });
    const query = `&epoch=${String(hello['epoch'])}&seq=${String(hello['seq'])}`;
    const resumed = await open(bob, { query });
    expect(resumed.place).toBe(1);
    expect(await resumed.socket.frame('hello')).toMatchObject({ resumed: true });
    await hears(resumed.socket, 'the end');
    expect(resumed.socket.events()).toHaveLength(22);
  });

  test('send, and are answered', async () => {
    const [own] = await fill();
    const { socket } = await open(bob);
    await socket.frame('hello');
    const send = (id: string, text: string) => ({ type: 'send', client_msg_id: id, text });
    for (let i = 0; i < 10; i += 1) socket.send(send(`id-${i}`, `from afar ${i}`));
    await hearAll([socket, own], 'from afar 9');
    expect(socket.events().map(({ client_msg_id: id }) => id)).toEqual([...Array(10).keys()].map((i) => `id-${i}`));
    socket.send(send('id-3', 'again'));
    expect(await socket.frame('ack')).toMatchObject({ client_msg_id: 'id-3' });
    socket.send(send('id-x', ''));
    expect(await socket.frame('refused')).toEqual({ type: 'refused', client_msg_id: 'id-x', error: 'no_text' });
    socket.send('not JSON');
    expect(await socket.frame('error')).toEqual({ type: 'error', error: 'malformed_frame' });
    socket.send('not JSON');
    expect(await socket.closeCode()).toBe(closeCodes.malformed);
  });

  test('watch threads, type, and get what is for one person', async () => {
    const root = await post('root');
    const [own] = await fill();
    const { socket: watching } = await open(bob, { query: `&threads=${root}` });
    const { socket: other } = await open(ann);
    await Promise.all([watching.frame('hello'), other.frame('hello')]);
    await post('in the thread', { threadTs: root });
    await hears(watching, 'in the thread');
    expect((await other.event(({ type }) => type === 'thread_changed'))['thread_ts']).toBe(root);
    other.send({ type: 'watch', threads: [root] });
    other.send({ type: 'typing' });
    expect(await watching.frame('typing')).toEqual({ type: 'typing', user: 'UANN' });
    watching.send({ type: 'typing', thread_ts: root });
    expect(await other.frame('typing')).toEqual({ type: 'typing', user: 'UBOB', thread_ts: root });
    await made.channel.postEphemeral(ann, bob.userId, { text: 'only for you' });
    expect(await watching.frame('ephemeral')).toMatchObject({ message: { text: 'only for you' } });
    await post('the end');
    await hearAll([own, other], 'the end');
    for (const socket of [own, other]) expect(JSON.stringify(socket.frames)).not.toContain('only for you');
  });

  test('type as often as they like, and the channel is called as often as it would pass it on', async () => {
    const typing = vi.spyOn(ChannelObject.prototype, 'typing');
    const [own] = await fill();
    const { socket } = await open(bob);
    await socket.frame('hello');
    for (let i = 0; i < 20; i += 1) socket.send({ type: 'typing' });
    socket.send({ type: 'send', client_msg_id: 'typed', text: 'typed' });
    await hears(own, 'typed');
    expect(typing).toHaveBeenCalledTimes(1);
    typing.mockRestore();
  });

  test('outlive the eviction of the relay, and of the channel', async () => {
    await fill();
    const { socket, place } = await open(bob);
    await socket.frame('hello');
    expect(place).toBe(1);
    await evictDurableObject(relay(1));
    await post('after the relay slept');
    await hears(socket, 'after the relay slept');
    await evictDurableObject(made.stub);
    await post('after the channel slept');
    await hears(socket, 'after the channel slept');
    expect(socket.closed).toBeNull();
  });

  test('that have all gone leave a relay that is told no more', async () => {
    await fill();
    const { socket } = await open(bob);
    await socket.frame('hello');
    expect(await listed()).toEqual([{ number: 1, stale: 0 }]);
    socket.close();
    await socket.closeCode();
    for (let i = 0; (await listed()).length > 0; i += 1) await post(`told ${i}`);
  });
});

describe('admission at a relay', () => {
  test('takes a ticket once, and nobody from outside', async () => {
    await fill();
    const first = await open(bob, { ticket: 'only one' });
    await first.socket.frame('hello');
    const second = await open(bob, { ticket: 'only one' });
    expect([second.place, await second.socket.closeCode()]).toEqual([1, closeCodes.badTicket]);
    const hidden = await newChannel(workspace, undefined, 'private');
    await limitTo(0, hidden);
    const stranger = await open(cat, {}, hidden.id, hidden.stub);
    expect([stranger.place, await stranger.socket.closeCode()]).toEqual([1, closeCodes.noAccess]);
    expect(stranger.socket.frames).toEqual([]);
  });

  test('turns a signed-out device away, and closes its sockets before the sign-out returns', async () => {
    await fill();
    const { socket } = await open(bob, { session: 'phone' });
    const { socket: laptop } = await open(bob, { session: 'laptop' });
    await Promise.all([socket.frame('hello'), laptop.frame('hello')]);
    await sessionOf(env, workspace, bob.userId).signOut(['phone']);
    await post('after');
    expect(await socket.closeCode()).toBe(closeCodes.signedOut);
    await hears(laptop, 'after');
    expect(socket.events()).toEqual([]);
    const back = await open(bob, { session: 'phone' });
    expect(await back.socket.closeCode()).toBe(closeCodes.signedOut);
  });

  test('ends with the membership of a private channel', async () => {
    made = await newChannel(workspace, undefined, 'private');
    await limitTo(0);
    const { socket, place } = await open(bob);
    await socket.frame('hello');
    expect(place).toBe(1);
    expect(await made.channel.kick(ann, bob.userId)).toMatchObject({ ok: true });
    await post('now that Bob is gone');
    expect(await socket.closeCode()).toBe(closeCodes.noAccess);
    expect(JSON.stringify(socket.frames)).not.toContain('now that Bob is gone');
  });
});

describe('a relay that has missed something', () => {
  test('closes its sockets when the numbers say so, and they come back to what they missed', async () => {
    await fill();
    const { socket } = await open(bob);
    const { epoch, seq } = await socket.frame('hello');
    const json = JSON.stringify({ type: 'x' });
    // The first is as expected, the second comes again, the third leaves a hole.
    await relay(1).push(Number(seq), [{ seq: Number(seq) + 1, json }]);
    await relay(1).push(Number(seq), [{ seq: Number(seq) + 1, json }]);
    expect(socket.closed).toBeNull();
    expect(await relay(1).push(Number(seq) + 2, [{ seq: Number(seq) + 3, json }])).toEqual({ sockets: 0 });
    expect(await socket.closeCode()).toBe(closeCodes.tryAgain);
    await post('missed');
    const back = await open(bob, { query: `&epoch=${String(epoch)}&seq=${String(seq)}` });
    await hears(back.socket, 'missed');
  });

  test('because the channel could not reach it is told nothing more, and reset by the alarm', async () => {
    await fill();
    const { socket } = await open(bob);
    await socket.frame('hello');
    // The channel wakes to relays that do not answer.
    await evictDurableObject(made.stub);
    await runInDurableObject(made.stub, async (_object, { storage }) => {
      storage.sql.exec('UPDATE relays SET stale = 1');
    });
    await evictDurableObject(made.stub);
    await post('not for a stale relay');
    await limitTo(2);
    const turnedAway = await open(cat);
    expect([turnedAway.place, await turnedAway.socket.closeCode()]).toEqual([1, closeCodes.tryAgain]);
    await runDurableObjectAlarm(made.stub);
    expect(await socket.closeCode()).toBe(closeCodes.tryAgain);
    expect(JSON.stringify(socket.frames)).not.toContain('not for a stale relay');
    expect(await listed()).toEqual([]);
    const back = await open(bob);
    expect(await back.socket.frame('hello')).toMatchObject({ resumed: false });
  });
});

test('a relay takes no old socket at its word on who may call everybody', async () => {
  await fill();
  setClock('2030-03-01T12:00:00Z');
  const { socket, place } = await open(ann);
  await socket.frame('hello');
  expect(place).toBe(1);
  passTime(11 * minute);
  socket.send({ type: 'send', client_msg_id: '1', text: 'news for <!everyone>' });
  expect(await socket.closeCode()).toBe(closeCodes.tryAgain);
});
