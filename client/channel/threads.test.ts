import { expect, test } from 'vitest';
import { visibleThread } from './channel-selectors.ts';
import { expectSameAsFetch } from '../testing/same-as-fetch.ts';
import { showChannel } from '../testing/show-channel.ts';

async function showThread() {
  const shown = await showChannel({ history: 2 });
  const [root = ''] = shown.old;
  shown.channel.post({ user: 'U2', text: 'first', threadTs: root });
  await shown.clock.settle();
  const replies = () =>
    visibleThread(shown.state(), root)
      ?.slice(1)
      .map(({ text }) => text);
  const loads = () => shown.server.calls.filter(({ method }) => method === 'conversations.replies').length;
  return { ...shown, root, replies, loads };
}

test('a thread that is not open changes its root’s summary, and none of its words arrive', async () => {
  const { clock, channel, root, state, socket } = await showThread();
  const frames: string[] = [];
  const push = socket().push.bind(socket());
  socket().push = (frame) => {
    frames.push(JSON.stringify(frame));
    push(frame);
  };
  channel.post({ user: 'U2', text: 'second', threadTs: root });
  await clock.settle();
  expect(state().messages.get(root)).toMatchObject({ reply_count: 2, latest_reply: expect.any(String) });
  expect(frames.join()).not.toContain('second');
  expectSameAsFetch(state(), channel);
});

test('opening and closing tells the server which threads are shown; a new connection says it in its URL', async () => {
  const { clock, old, root, handle, socket } = await showThread();
  const [, other = ''] = old;
  await handle.openThread(root);
  await handle.openThread(other);
  expect(socket().watched).toEqual(new Set([root, other]));
  handle.closeThread(root);
  await clock.settle();
  expect(socket().watched).toEqual(new Set([other]));
  socket().cut();
  await clock.advance(1_000);
  expect(socket().url.searchParams.get('threads')).toBe(other);
  handle.closeThread(other);
  await clock.settle();
  expect(socket().watched).toEqual(new Set());
});

test('replies to an open thread come by themselves, and the thread is loaded once', async () => {
  const { clock, channel, root, handle, replies, loads, state } = await showThread();
  await handle.openThread(root);
  const { ts } = channel.post({ user: 'U2', text: 'second', threadTs: root });
  channel.edit('U2', ts, 'second, edited');
  channel.react('U2', ts, 'tada');
  await clock.settle();
  expect(replies()).toEqual(['first', 'second, edited']);
  expect(loads()).toBe(1);
  expectSameAsFetch(state(), channel);
});

test.each(['before the server knows that it is open', 'while it is being loaded', 'before both'])(
  'a reply is not lost that comes %s',
  async (when) => {
    const { clock, server, channel, root, handle, replies, state, socket } = await showThread();
    server.isPrompt = false;
    server.answersEarly = true;
    const opening = handle.openThread(root);
    await clock.settle();
    if (when.startsWith('while')) socket().deliverToServer();
    channel.post({ user: 'U2', text: 'second', threadTs: root });
    if (when.startsWith('before the server')) {
      // The load is answered first, and it is older than the reply.
      server.held.shift()?.answer();
      await clock.settle();
      socket().deliverToServer();
    }
    socket().deliverToClient();
    // What the load brings was read before the reply, whatever comes after it.
    for (const request of server.held.splice(0)) request.answer();
    await clock.settle();
    server.isPrompt = true;
    server.deliverAll();
    await opening;
    await clock.settle();
    expect(replies()).toEqual(['first', 'second']);
    expectSameAsFetch(state(), channel);
  },
);

test('a thread that is opened while the connection is being made is watched once there is one', async () => {
  const { clock, server, channel, root, handle, replies, socket } = await showThread();
  socket().cut();
  server.isPrompt = false;
  await clock.advance(1_000);
  server.deliverAll();
  await clock.settle();
  const opening = handle.openThread(root);
  server.isPrompt = true;
  server.deliverAll();
  await opening;
  await clock.settle();
  expect(socket().watched).toEqual(new Set([root]));
  channel.post({ user: 'U2', text: 'second', threadTs: root });
  await clock.settle();
  expect(replies()).toEqual(['first', 'second']);
});

test('our own reply is shown as pending until the thread has it, whichever form its event had', async () => {
  const { clock, server, root, handle, state, replies, socket } = await showThread();
  await handle.openThread(root);
  // As if the server had not heard of it yet.
  socket().watched = new Set();
  const shown: string[][] = [];
  const stop = handle.store.subscribe(() =>
    shown.push([...(replies() ?? []), ...state().pending.map(({ text }) => text)]),
  );
  handle.send('mine', { threadTs: root });
  await clock.settle();
  stop();
  expect(new Set(shown.map((texts) => texts.join()))).toEqual(new Set(['first,mine']));
  expect(state().pending).toEqual([]);
  expect(server.calls.filter(({ method }) => method === 'conversations.replies')).toHaveLength(2);
});

test('a reply that only its summary acknowledges is pending no more where the thread is not open', async () => {
  const { clock, root, handle, state } = await showThread();
  handle.send('mine', { threadTs: root });
  expect(state().pending).toHaveLength(1);
  await clock.settle();
  expect(state().pending).toEqual([]);
  expect(state().messages.get(root)?.reply_count).toBe(2);
});

test('a reply may be sent to the channel as well', async () => {
  const { clock, root, handle, texts } = await showThread();
  handle.send('to all', { threadTs: root, broadcast: true });
  await clock.settle();
  expect(texts().at(-1)).toBe('to all');
});

test('a change that was accepted in a thread that is loaded again is not shown twice', async () => {
  const { clock, channel, root, handle, state, socket } = await showThread();
  const reply = channel.post({ user: 'U1', text: 'helo', threadTs: root }).ts;
  await handle.openThread(root);
  socket().watched = new Set();
  await handle.edit(reply, 'hello');
  await handle.react(reply, 'tada');
  await clock.settle();
  expect({ overlays: state().overlays.size, marks: state().marks.size }).toEqual({ overlays: 0, marks: 0 });
  expectSameAsFetch(state(), channel);
});

test('how the person stands to a thread comes with it, and is no part of its messages', async () => {
  const { channel, root, handle, state } = await showThread();
  await handle.openThread(root);
  expect(state().threadStates.get(root)).toEqual({ isFollowing: false, lastRead: root });
  channel.readsOf(root).set('U1', '1600000001.000000');
  handle.closeThread(root);
  await handle.openThread(root);
  expect(state().threadStates.get(root)).toEqual({ isFollowing: true, lastRead: '1600000001.000000' });
  expectSameAsFetch(state(), channel);
});

test('following shows at once, and is taken back when refused', async () => {
  const { server, channel, root, handle, state } = await showThread();
  await handle.openThread(root);
  const following = handle.followThread(root, true);
  expect(state().threadStates.get(root)?.isFollowing).toBe(true);
  await following;
  expect(channel.readsOf(root).has('U1')).toBe(true);
  server.isDown = true;
  await expect(handle.followThread(root, false)).rejects.toMatchObject({ code: 'network' });
  expect(state().threadStates.get(root)?.isFollowing).toBe(true);
});

test('somebody who answers in a thread that they do not follow learns that they do now', async () => {
  const { clock, channel, root, handle, state } = await showThread();
  await handle.openThread(root);
  channel.readsOf(root).set('U1', root);
  handle.send('mine', { threadTs: root });
  await clock.settle();
  expect(state().threadStates.get(root)?.isFollowing).toBe(true);
});
