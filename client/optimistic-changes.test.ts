import { expect, test } from 'vitest';
import { showChannel } from './testing/show-channel.ts';

async function showOwnMessage() {
  const shown = await showChannel();
  const { ts } = shown.channel.post({ user: 'U1', text: 'helo' });
  await shown.clock.settle();
  shown.server.isPrompt = false;
  return { ...shown, ts };
}

test('an edit shows at once, and stays when it is accepted, whichever of answer and event comes first', async () => {
  for (const eventFirst of [true, false]) {
    const { clock, server, handle, ts, texts, state, socket } = await showOwnMessage();
    const edit = handle.edit(ts, 'hello');
    expect(texts()).toEqual(['hello']);
    await clock.settle();
    const deliveries = [() => socket().deliverToClient(), () => server.held.shift()?.answer()];
    for (const deliver of eventFirst ? deliveries : deliveries.toReversed()) {
      deliver();
      await clock.settle();
      expect(texts()).toEqual(['hello']);
    }
    await edit;
    expect(state().overlays.size).toBe(0);
    expect(state().messages.get(ts)?.edited).toBeDefined();
  }
});

test('a refused edit is taken back and thrown', async () => {
  const { clock, server, handle, channel, texts, state } = await showOwnMessage();
  server.isPrompt = true;
  const theirs = channel.post({ user: 'U2', text: 'theirs' }).ts;
  await clock.settle();
  const edit = handle.edit(theirs, 'mine');
  expect(texts()).toEqual(['helo', 'mine']);
  await expect(edit).rejects.toMatchObject({ code: 'cant_update_message' });
  expect(texts()).toEqual(['helo', 'theirs']);
  expect(state().overlays.size).toBe(0);
});

test('a deletion hides the message at once; without a network it comes back', async () => {
  const { clock, server, handle, ts, texts } = await showOwnMessage();
  const failure = handle.remove(ts).catch((error: unknown) => error);
  expect(texts()).toEqual([]);
  await clock.settle();
  server.held.shift()?.fail();
  expect(await failure).toMatchObject({ code: 'network' });
  expect(texts()).toEqual(['helo']);
});

test('a deletion stays when it is accepted, also before its event', async () => {
  const { clock, server, handle, ts, texts, state, socket } = await showOwnMessage();
  const removal = handle.remove(ts);
  await clock.settle();
  server.held.shift()?.answer();
  await removal;
  expect(texts()).toEqual([]);
  expect(state().overlays.size).toBe(1);
  socket().deliverToClient();
  expect(texts()).toEqual([]);
  expect(state().overlays.size).toBe(0);
});

test('two edits of one message reach the server in their order, and the later one is shown', async () => {
  const { clock, server, handle, channel, ts, texts } = await showOwnMessage();
  const edits = [handle.edit(ts, 'first'), handle.edit(ts, 'second')];
  await clock.settle();
  expect(server.held).toHaveLength(1);
  for (let round = 0; round < 2; round += 1) {
    expect(texts()).toEqual(['second']);
    server.deliverAll();
    await clock.settle();
  }
  await Promise.all(edits);
  expect(channel.listed()[0]?.text).toBe('second');
  expect(texts()).toEqual(['second']);
});

test('an edit of ours that is on its way is shown over somebody else’s event', async () => {
  const { clock, server, handle, channel, ts, texts, socket } = await showOwnMessage();
  server.answersEarly = false;
  const edit = handle.edit(ts, 'hello');
  channel.react('U2', ts, 'tada');
  socket().deliverToClient();
  expect(texts()).toEqual(['hello']);
  await clock.settle();
  server.deliverAll();
  await edit;
});
