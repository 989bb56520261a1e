import { evictDurableObject } from 'cloudflare:test';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { maxWatchedThreads } from '../../../shared/protocol/channel-socket.ts';
import { TestSocket } from '../../testing/socket.ts';
import { ann, bob, cat, newChannel, newWorkspace } from '../../testing/workspace.ts';

let workspace: string;
let made: Awaited<ReturnType<typeof newChannel>>;
let root: string;
beforeAll(async () => {
  workspace = await newWorkspace();
});
beforeEach(async () => {
  made = await newChannel(workspace);
  root = await post('root');
});

async function post(text: string, more = {}): Promise<string> {
  const posted = await made.channel.post(ann, { text, ...more });
  if (!posted.ok) throw new Error(posted.error);
  return posted.ts;
}

async function open(viewer = bob, threads: string[] = []): Promise<TestSocket> {
  const socket = await TestSocket.open(made.stub, viewer, {
    query: threads.length ? `&threads=${threads.join()}` : '',
  });
  await socket.frame('hello');
  return socket;
}

/** Everything that came until a last message that everybody gets. */
async function eventsUntilEnd(...sockets: TestSocket[]) {
  await post('the end');
  return Promise.all(
    sockets.map(async (socket) => {
      await socket.event(({ text }) => text === 'the end');
      return socket.events().slice(0, -1);
    }),
  );
}

describe('an event about a reply', () => {
  test('goes whole to those who watch the thread, and to the others without its words, under the same number', async () => {
    const [looking, elsewhere, nowhere] = await Promise.all([open(bob, [root]), open(cat, ['1.000000']), open(cat)]);
    const reply = await post('the words', { threadTs: root, clientMsgId: 'id-1' });
    await made.channel.edit(ann, { ts: reply, text: 'other words' });
    await made.channel.react(ann, { ts: reply, name: 'wave' });
    await made.channel.unreact(ann, { ts: reply, name: 'wave' });
    await made.channel.pin(ann, reply);
    await made.channel.unpin(ann, reply);
    const [whole = [], light = [], same] = await eventsUntilEnd(looking, elsewhere, nowhere);
    expect(whole.map(({ type, subtype }) => subtype ?? type)).toEqual([
      'message',
      'message_changed',
      'reaction_added',
      'reaction_removed',
      'pin_added',
      'pin_removed',
    ]);
    expect(light).toHaveLength(6);
    expect(same).toEqual(light);
    expect(light.every(({ type, thread_ts }) => type === 'thread_changed' && thread_ts === root)).toBe(true);
    expect(JSON.stringify(light)).not.toContain('words');
    // A reply's says what its event does to the root, and whose send it acknowledges.
    expect(light[0]).toEqual({
      type: 'thread_changed',
      channel: made.id,
      event_ts: reply,
      thread_ts: root,
      root: { reply_count: 1, reply_users_count: 1, reply_users: ['UANN'], latest_reply: reply },
      user: 'UANN',
      client_msg_id: 'id-1',
    });
    expect(light[1]).not.toHaveProperty('root');
    const seqs = (socket: TestSocket) => socket.frames.map(({ seq }) => seq);
    expect(seqs(looking)).toEqual(seqs(elsewhere));
  });

  test('that the channel shows too goes whole to all, and so does a deletion', async () => {
    const nowhere = await open();
    const both = await post('for all', { threadTs: root, broadcast: true });
    const reply = await post('in the thread', { threadTs: root });
    await made.channel.react(ann, { ts: both, name: 'wave' });
    await made.channel.remove(ann, both);
    await made.channel.remove(ann, reply);
    const [events = []] = await eventsUntilEnd(nowhere);
    expect(events.map(({ type, subtype }) => subtype ?? type)).toEqual([
      'thread_broadcast',
      'thread_changed',
      'reaction_added',
      'message_deleted',
      'message_deleted',
    ]);
    expect(events[4]).toMatchObject({ deleted_ts: reply, thread_ts: root, root: { reply_count: 0 } });
  });
});

describe('watching', () => {
  const watch = (...threads: string[]) => ({ type: 'watch', threads });

  test('is said anew whenever the client shows other threads', async () => {
    const other = await post('other root');
    const socket = await open();
    socket.send(watch(root, root));
    // Frames of one socket are taken in order: by the time the send is in the log, the thread is watched.
    socket.send({ type: 'send', client_msg_id: 'a', text: 'first' });
    await socket.event(({ text }) => text === 'first');
    await post('seen', { threadTs: root });
    socket.send(watch(other));
    socket.send({ type: 'send', client_msg_id: 'b', text: 'second' });
    await socket.event(({ text }) => text === 'second');
    await post('not seen', { threadTs: root });
    await post('seen too', { threadTs: other });
    const [events = []] = await eventsUntilEnd(socket);
    expect(events.flatMap(({ text }) => text ?? [])).toEqual(['first', 'seen', 'second', 'seen too']);
  });

  test('outlives the eviction of the object', async () => {
    const [looking, nowhere] = await Promise.all([open(bob, [root]), open(cat)]);
    await evictDurableObject(made.stub);
    await post('the words', { threadTs: root });
    const [whole, light] = await eventsUntilEnd(looking, nowhere);
    expect(whole).toMatchObject([{ text: 'the words' }]);
    expect(light).toMatchObject([{ type: 'thread_changed' }]);
  });

  test('one batch about several threads is whole to each watcher for its own threads', async () => {
    const other = await post('other root');
    const sockets = await Promise.all([open(bob, [root]), open(bob, [other]), open(bob, [root, other]), open(bob)]);
    const author = await open(ann);
    // The first is written at once; what comes meanwhile is one batch.
    for (const [i, threadTs] of [root, root, other, other].entries()) {
      author.send({ type: 'send', client_msg_id: `${i}`, text: `${i}`, thread_ts: threadTs });
    }
    await author.until(() => (author.events().length === 4 ? true : undefined));
    const seen = await eventsUntilEnd(...sockets);
    expect(seen.map((events) => events.map(({ text }) => text ?? '-').join(''))).toEqual([
      '01--',
      '--23',
      '0123',
      '----',
    ]);
  });

  test('a client that names too many threads, or none in particular, is told so', async () => {
    const socket = await open();
    socket.send(watch(...Array.from({ length: maxWatchedThreads + 1 }, () => root)));
    expect(await socket.frame('error')).toEqual({ type: 'error', error: 'malformed_frame' });
    for (const threads of ['x', `${root},x`, ','.repeat(3)]) {
      const wrong = await TestSocket.open(made.stub, bob, { query: `&threads=${threads}` });
      expect(await wrong.closeCode()).toBe(4200);
    }
  });

  test('a resume brings everything whole', async () => {
    const before = await open();
    const { epoch, seq } = await before.frame('hello');
    await post('missed', { threadTs: root });
    const after = await TestSocket.open(made.stub, bob, { query: `&epoch=${String(epoch)}&seq=${String(seq)}` });
    expect(await after.event(({ text }) => text === 'missed')).toMatchObject({ type: 'message', thread_ts: root });
  });
});

test('a reply can be sent to the channel as well, over the socket too', async () => {
  const socket = await open();
  socket.send({ type: 'send', client_msg_id: 'a', text: 'for all', thread_ts: root, reply_broadcast: true });
  expect(await socket.event(({ client_msg_id }) => client_msg_id === 'a')).toMatchObject({
    text: 'for all',
    subtype: 'thread_broadcast',
    thread_ts: root,
  });
});

describe('typing', () => {
  const typingOf = (socket: TestSocket) => socket.frames.filter(({ type }) => type === 'typing');

  test('is told to the other people who look, not to oneself, and not again at once', async () => {
    const [author, same, other] = await Promise.all([open(ann), open(ann), open(bob)]);
    for (let i = 0; i < 3; i += 1) author.send({ type: 'typing' });
    author.send({ type: 'send', client_msg_id: 'a', text: 'the end' });
    await Promise.all([author, same, other].map((socket) => socket.event(({ text }) => text === 'the end')));
    expect(typingOf(other)).toEqual([{ type: 'typing', user: 'UANN' }]);
    expect([...typingOf(author), ...typingOf(same)]).toEqual([]);
  });

  test('in a thread is told to those who watch it', async () => {
    const [author, watching, nowhere] = await Promise.all([open(ann), open(bob, [root]), open(bob)]);
    author.send({ type: 'typing', thread_ts: root });
    author.send({ type: 'send', client_msg_id: 'a', text: 'the end' });
    await Promise.all([watching, nowhere].map((socket) => socket.event(({ text }) => text === 'the end')));
    expect(typingOf(watching)).toEqual([{ type: 'typing', user: 'UANN', thread_ts: root }]);
    expect(typingOf(nowhere)).toEqual([]);
  });

  test('of somebody who could not post is told to nobody', async () => {
    const [reader, member] = await Promise.all([open(cat), open(bob)]);
    reader.send({ type: 'typing' });
    reader.send({ type: 'send', client_msg_id: 'a', text: 'x' });
    await reader.frame('refused');
    await eventsUntilEnd(member);
    expect(typingOf(member)).toEqual([]);
  });
});

describe('a message for one person', () => {
  test('reaches that person’s sockets and nobody else’s, and is nowhere after', async () => {
    const [phone, laptop, other] = await Promise.all([open(bob), open(bob), open(ann)]);
    const answer = await made.channel.postEphemeral(ann, bob.userId, { text: 'only for you', threadTs: root });
    if (!answer.ok) throw new Error(answer.error);
    for (const socket of [phone, laptop]) {
      expect(await socket.frame('ephemeral')).toEqual({
        type: 'ephemeral',
        message: {
          type: 'message',
          is_ephemeral: true,
          ts: answer.ts,
          user: 'UANN',
          text: 'only for you',
          thread_ts: root,
        },
      });
    }
    await eventsUntilEnd(other);
    expect(JSON.stringify(other.frames)).not.toContain('only for you');
    expect(JSON.stringify(await made.channel.history(bob, { limit: 99 }))).not.toContain('only for you');
  });

  test('says something, to a member, by a member', async () => {
    const write = (viewer: typeof ann, userId: string, text: string) =>
      made.channel.postEphemeral(viewer, userId, { text });
    expect(await write(ann, bob.userId, ' ')).toEqual({ ok: false, error: 'no_text' });
    expect(await write(ann, cat.userId, 'x')).toEqual({ ok: false, error: 'user_not_in_channel' });
    expect(await write(cat, bob.userId, 'x')).toEqual({ ok: false, error: 'not_in_channel' });
  });
});
