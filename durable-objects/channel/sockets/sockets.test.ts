import { evictDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { closeCodes } from '../../../shared/protocol/sockets.ts';
import { sessionOf } from '../../session/stub.ts';
import { TestSocket } from '../../testing/socket.ts';
import { minute, passTime, setClock } from '../../testing/time.ts';
import { ann, bob, cat, newChannel, newWorkspace } from '../../testing/workspace.ts';

let workspace: string;
beforeAll(async () => {
  workspace = await newWorkspace();
});

afterEach(() => {
  vi.useRealTimers();
});

const send = (id: string, text: string) => ({ type: 'send', client_msg_id: id, text });

describe('opening', () => {
  test('brings the channel as it stands, oldest message first', async () => {
    const { channel, stub } = await newChannel(workspace);
    await channel.post(ann, { text: 'one' });
    await channel.post(bob, { text: 'two' });
    const socket = await TestSocket.open(stub, ann);
    expect(await socket.frame('hello')).toMatchObject({
      protocol: 1,
      resumed: false,
      seq: 5,
      snapshot: { is_member: true, has_more: false, messages: [{ text: 'one' }, { text: 'two' }] },
    });
  });

  test('a ticket opens one socket', async () => {
    const { stub } = await newChannel(workspace);
    const first = await TestSocket.open(stub, ann, { ticket: 'only one' });
    await first.frame('hello');
    const second = await TestSocket.open(stub, ann, { ticket: 'only one' });
    expect(await second.closeCode()).toBe(closeCodes.badTicket);
    await evictDurableObject(stub);
    const third = await TestSocket.open(stub, ann, { ticket: 'only one' });
    expect(await third.closeCode()).toBe(closeCodes.badTicket);
  });

  test('an expired ticket, another protocol and a stranger to a private channel are turned away', async () => {
    const { stub } = await newChannel(workspace, undefined, 'private');
    const expired = await TestSocket.open(stub, ann, { expires: Date.now() - 1 });
    expect(await expired.closeCode()).toBe(closeCodes.badTicket);
    const other = await TestSocket.open(stub, ann, { protocol: 2 });
    expect(await other.closeCode()).toBe(closeCodes.unsupportedProtocol);
    const stranger = await TestSocket.open(stub, cat);
    expect(await stranger.closeCode()).toBe(closeCodes.noAccess);
    expect(stranger.frames).toEqual([]);
  });

  test('a device that was signed out is turned away', async () => {
    const { stub } = await newChannel(workspace);
    await sessionOf(env, workspace, bob.userId).signOut(['an old phone']);
    const socket = await TestSocket.open(stub, bob, { session: 'an old phone' });
    expect(await socket.closeCode()).toBe(closeCodes.signedOut);
    expect(socket.frames).toEqual([]);
  });
});

describe('talking', () => {
  test("everybody who looks gets a message, its author too, and that is the author's acknowledgement", async () => {
    const { stub } = await newChannel(workspace);
    const a = await TestSocket.open(stub, ann);
    const b = await TestSocket.open(stub, bob);
    await Promise.all([a.frame('hello'), b.frame('hello')]);
    a.send(send('m1', 'hello Bob'));
    const seenByBob = await b.event((event) => event['client_msg_id'] === 'm1');
    const seenByAnn = await a.event((event) => event['client_msg_id'] === 'm1');
    expect(seenByBob).toMatchObject({ user: 'UANN', text: 'hello Bob' });
    expect(seenByAnn).toEqual(seenByBob);
  });

  test('what is said in one text is done in its order, and leaves as one frame', async () => {
    const { stub } = await newChannel(workspace);
    const a = await TestSocket.open(stub, ann);
    const b = await TestSocket.open(stub, bob);
    await Promise.all([a.frame('hello'), b.frame('hello')]);
    a.send([send('m1', 'one'), send('m2', ' '), { type: 'typing' }, send('m1', 'one again'), send('m3', 'three')]);
    await b.event((event) => event['client_msg_id'] === 'm3');
    expect(b.frames.filter(({ type }) => type === 'events')).toHaveLength(1);
    expect(b.events().map((event) => event['text'])).toEqual(['one', 'three']);
    expect(await a.frame('refused')).toMatchObject({ client_msg_id: 'm2', error: 'no_text' });
    expect(await a.frame('ack')).toMatchObject({ client_msg_id: 'm1', ts: b.events()[0]?.['ts'] });
  });

  test('a text of which any part is not of the protocol does nothing', async () => {
    const { stub } = await newChannel(workspace);
    const a = await TestSocket.open(stub, ann);
    await a.frame('hello');
    a.send([send('m1', 'one'), { type: 'sing' }]);
    expect(await a.frame('error')).toMatchObject({ error: 'malformed_frame' });
    a.send([]);
    expect(await a.closeCode()).toBe(closeCodes.malformed);
    expect(a.events()).toEqual([]);
  });

  test('a repeated send is answered with the first ts', async () => {
    const { stub } = await newChannel(workspace);
    const a = await TestSocket.open(stub, ann);
    await a.frame('hello');
    a.send(send('m1', 'once'));
    const first = await a.event((event) => event['client_msg_id'] === 'm1');
    a.send(send('m1', 'once'));
    expect(await a.frame('ack')).toEqual({ type: 'ack', client_msg_id: 'm1', ts: first['ts'] });
    expect(a.events()).toHaveLength(1);
  });

  test('a refusal says why, and the socket stays', async () => {
    const { stub } = await newChannel(workspace);
    const c = await TestSocket.open(stub, cat);
    await c.frame('hello');
    c.send(send('m1', 'may I?'));
    expect(await c.frame('refused')).toEqual({ type: 'refused', client_msg_id: 'm1', error: 'not_in_channel' });
    expect(c.closed).toBeNull();
  });

  test('a burst is in one order on every socket, each message once', async () => {
    const { stub } = await newChannel(workspace);
    const sockets = [await TestSocket.open(stub, ann), await TestSocket.open(stub, bob)];
    for (const socket of sockets) await socket.frame('hello');
    for (let i = 0; i < 60; i += 1) sockets[i % 2]?.send(send(`m${i}`, `text ${i}`));
    const texts = [];
    for (const socket of sockets) {
      await socket.until(() => (socket.events().length >= 60 ? true : undefined));
      texts.push(socket.events().map((event) => event['text']));
      const seqs = socket.frames.filter((frame) => frame['type'] === 'events');
      let expected = Number(seqs[0]?.['seq']);
      for (const frame of seqs) {
        expect(frame['seq']).toBe(expected);
        expected += Array.isArray(frame['events']) ? frame['events'].length : 0;
      }
    }
    expect(texts[0]).toEqual(texts[1]);
    expect(new Set(texts[0]).size).toBe(60);
  });

  test('a socket outlives the eviction of its object', async () => {
    const { channel, stub } = await newChannel(workspace);
    const a = await TestSocket.open(stub, ann);
    await a.frame('hello');
    await evictDurableObject(stub);
    await channel.post(bob, { text: 'still there?' });
    expect(await a.event((event) => event['text'] === 'still there?')).toBeTruthy();
    a.send(send('m1', 'yes'));
    expect(await a.event((event) => event['client_msg_id'] === 'm1')).toBeTruthy();
  });
});

describe('resuming', () => {
  test('brings exactly what was missed', async () => {
    const { channel, stub } = await newChannel(workspace);
    const before = await TestSocket.open(stub, ann);
    const hello = await before.frame('hello');
    before.close();
    await channel.post(bob, { text: 'missed 1' });
    await channel.post(bob, { text: 'missed 2' });
    const after = await TestSocket.open(stub, ann, {
      query: `&epoch=${String(hello['epoch'])}&seq=${String(hello['seq'])}`,
    });
    expect(await after.frame('hello')).toMatchObject({ resumed: true, seq: Number(hello['seq']) + 2 });
    await after.event((event) => event['text'] === 'missed 2');
    expect(after.events().map((event) => event['text'])).toEqual(['missed 1', 'missed 2']);
  });

  test('from another epoch, or from the future, starts afresh', async () => {
    const { stub } = await newChannel(workspace);
    const first = await TestSocket.open(stub, ann);
    const { epoch, seq } = await first.frame('hello');
    const other = await TestSocket.open(stub, ann, { query: `&epoch=another&seq=${String(seq)}` });
    expect(await other.frame('hello')).toMatchObject({ resumed: false });
    const future = await TestSocket.open(stub, ann, { query: `&epoch=${String(epoch)}&seq=${Number(seq) + 1}` });
    expect(await future.frame('hello')).toMatchObject({ resumed: false });
  });
});

describe('bad frames', () => {
  test('the first is answered with an error, the second closes, and the channel is untouched', async () => {
    const { channel, stub } = await newChannel(workspace);
    const before = await channel.history(ann, { limit: 9 });
    const a = await TestSocket.open(stub, ann);
    await a.frame('hello');
    a.send('{"type":"send","client_msg_id":7}');
    expect(await a.frame('error')).toEqual({ type: 'error', error: 'malformed_frame' });
    expect(a.closed).toBeNull();
    a.send('not JSON');
    expect(await a.closeCode()).toBe(closeCodes.malformed);
    expect(await channel.history(ann, { limit: 9 })).toEqual(before);
  });

  test('an oversized one has a code of its own', async () => {
    const { stub } = await newChannel(workspace);
    const a = await TestSocket.open(stub, ann);
    await a.frame('hello');
    a.send(send('m1', 'x'.repeat(300_000)));
    expect(await a.frame('error')).toEqual({ type: 'error', error: 'frame_too_large' });
  });
});

describe('leaving', () => {
  test('a private channel closes the sockets of whoever is removed before the call returns', async () => {
    const { channel, stub } = await newChannel(workspace, undefined, 'private');
    const b = await TestSocket.open(stub, bob);
    await b.frame('hello');
    expect(await channel.kick(ann, bob.userId)).toMatchObject({ ok: true });
    await channel.post(ann, { text: 'now that Bob is gone' });
    expect(await b.closeCode()).toBe(closeCodes.noAccess);
    expect(JSON.stringify(b.frames)).not.toContain('now that Bob is gone');
    expect(await channel.history(bob, { limit: 1 })).toEqual({ ok: false, error: 'channel_not_found' });
  });

  test('signing a device out closes its sockets and no other', async () => {
    const { channel, stub } = await newChannel(workspace);
    const phone = await TestSocket.open(stub, bob, { session: 'phone' });
    const laptop = await TestSocket.open(stub, bob, { session: 'laptop' });
    await Promise.all([phone.frame('hello'), laptop.frame('hello')]);
    await sessionOf(env, workspace, bob.userId).signOut(['phone']);
    await channel.post(ann, { text: 'after' });
    expect(await phone.closeCode()).toBe(closeCodes.signedOut);
    await laptop.event((event) => event['text'] === 'after');
    expect(phone.events()).toEqual([]);
  });
});

describe('a socket that goes on after its end', () => {
  /** A client that ignores the close frame: the runtime still delivers what it sends. */
  async function sendAfterClose(socket: TestSocket, frame: unknown): Promise<void> {
    try {
      socket.send(frame);
    } catch {
      // A well-behaved runtime refuses it, which is as good.
    }
  }

  test('is not heard once its device was signed out', async () => {
    const { channel, stub } = await newChannel(workspace);
    const phone = await TestSocket.open(stub, bob, { session: 'lost phone' });
    await phone.frame('hello');
    const signedOut = sessionOf(env, workspace, bob.userId).signOut(['lost phone']);
    await sendAfterClose(phone, send('late', 'from a signed-out phone'));
    await signedOut;
    await sendAfterClose(phone, send('later', 'from a signed-out phone'));
    await channel.post(ann, { text: 'the end' });
    const page = await channel.history(ann, { limit: 9 });
    if (!page.ok) throw new Error(page.error);
    const after = page.messages.map((message) => message.text);
    expect(after.filter((text) => text === 'from a signed-out phone').length).toBeLessThanOrEqual(1);
    expect(after[0]).toBe('the end');
  });

  test('is dismissed for good: neither heard nor pushed to, also after an eviction', async () => {
    const { stub } = await newChannel(workspace);
    const bad = await TestSocket.open(stub, bob);
    await bad.frame('hello');
    bad.send('not JSON');
    bad.send('not JSON either');
    expect(await bad.closeCode()).toBe(closeCodes.malformed);
    await evictDurableObject(stub);
    const a = await TestSocket.open(stub, ann);
    await a.frame('hello');
    a.send(send('m1', 'only for those who stayed'));
    await a.event((event) => event['client_msg_id'] === 'm1');
    expect(JSON.stringify(bad.frames)).not.toContain('only for those');
  });
});

test('blocks that nest without end are refused, and the channel can still be read', async () => {
  const { channel, stub } = await newChannel(workspace);
  const a = await TestSocket.open(stub, ann);
  await a.frame('hello');
  a.send(
    `{"type":"send","client_msg_id":"deep","text":"x","blocks":[{"type":"a","b":${'['.repeat(5000)}${']'.repeat(5000)}}]}`,
  );
  expect(await a.frame('error')).toEqual({ type: 'error', error: 'malformed_frame' });
  expect(await channel.history(ann, { limit: 9 })).toMatchObject({ ok: true, messages: [] });
});

test('who may call everybody is asked anew of a socket that has been open for long: it comes back, and sends again', async () => {
  setClock('2030-03-01T12:00:00Z');
  const { stub, channel } = await newChannel(workspace);
  const open = async () => {
    const socket = await TestSocket.open(stub, ann);
    await socket.frame('hello');
    return socket;
  };
  const young = await open();
  passTime(9 * minute);
  young.send(send('1', 'early <!channel>'));
  await young.event(({ text }) => text === 'early <!channel>');
  passTime(2 * minute);
  young.send(send('2', 'in a channel'));
  await young.event(({ text }) => text === 'in a channel');
  young.send(send('3', 'late <!here>'));
  expect(await young.closeCode()).toBe(closeCodes.tryAgain);
  expect(JSON.stringify(await channel.history(ann, { limit: 9 }))).not.toContain('late');
  const next = await open();
  next.send(send('3', 'late <!here>'));
  await next.event(({ text }) => text === 'late <!here>');
});

test('a client that says too much is told once and then closed; its messages are counted by themselves', async () => {
  setClock('2030-03-01T12:00:00Z');
  const { stub } = await newChannel(workspace);
  const socket = await TestSocket.open(stub, ann);
  await socket.frame('hello');
  const watch = { type: 'watch', threads: [] };
  for (let n = 0; n < 100; n += 1) socket.send(watch);
  socket.send(send('1', 'a message'));
  await socket.event(({ text }) => text === 'a message');
  passTime(1_000);
  for (let n = 0; n < 10; n += 1) socket.send({ type: 'typing' });
  socket.send(send('2', 'another'));
  await socket.event(({ text }) => text === 'another');
  expect(socket.frames.filter(({ type }) => type === 'error')).toEqual([]);
  socket.send(watch);
  expect(await socket.frame('error')).toEqual({ type: 'error', error: 'ratelimited' });
  socket.send(watch);
  expect(await socket.closeCode()).toBe(closeCodes.malformed);
});
