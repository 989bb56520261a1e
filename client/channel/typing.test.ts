import { expect, test } from 'vitest';
import { showChannel } from '../testing/show-channel.ts';

const root = '1600000001.000000';

test('who is writing is known until they have not said so for five seconds', async () => {
  const { clock, state, socket } = await showChannel();
  const say = async (user: string, thread_ts?: string) => {
    socket().push({ type: 'typing', user, ...(thread_ts && { thread_ts }) });
    await clock.settle();
  };
  await say('U2');
  await say('U3', root);
  await say('U1');
  expect(state().typing).toEqual([
    { user: 'U2', threadTs: null },
    { user: 'U3', threadTs: root },
  ]);
  await clock.advance(4_000);
  await say('U2');
  await clock.advance(4_000);
  expect(state().typing).toEqual([{ user: 'U2', threadTs: null }]);
  await clock.advance(1_000);
  expect(state().typing).toEqual([]);
});

test('whoever has posted is not writing any more, in that place', async () => {
  const { clock, channel, state, socket } = await showChannel();
  const thread = channel.post({ user: 'U2', text: 'root' }).ts;
  socket().push({ type: 'typing', user: 'U2' });
  socket().push({ type: 'typing', user: 'U2', thread_ts: thread });
  await clock.settle();
  channel.post({ user: 'U2', text: 'done' });
  await clock.settle();
  expect(state().typing).toEqual([{ user: 'U2', threadTs: thread }]);
  channel.post({ user: 'U2', text: 'reply', threadTs: thread });
  await clock.settle();
  expect(state().typing).toEqual([]);
});

test('without a connection nobody is known to be writing', async () => {
  const { clock, state, socket } = await showChannel();
  socket().push({ type: 'typing', user: 'U2' });
  await clock.settle();
  socket().cut();
  expect(state().typing).toEqual([]);
});

test('the person’s own writing is said every three seconds at most, for each place', async () => {
  const { clock, server, handle } = await showChannel();
  for (let key = 0; key < 4; key += 1) {
    handle.typing();
    handle.typing(root);
    await clock.advance(1_000);
  }
  const inChannel = { type: 'typing' };
  const inThread = { type: 'typing', thread_ts: root };
  expect(server.saidInChannels).toEqual([inChannel, inThread, inChannel, inThread]);
});

test('messages that only this person sees are shown until they take them away', async () => {
  const { clock, state, handle, socket } = await showChannel();
  const message = { type: 'message', ts: root, user: 'U2', text: 'only you see this' };
  socket().push({ type: 'ephemeral', message });
  socket().push({ type: 'ephemeral', message });
  await clock.settle();
  expect(state().ephemeral).toEqual([message]);
  expect(state().messages.length).toBe(0);
  handle.dismissEphemeral(root);
  expect(state().ephemeral).toEqual([]);
});
