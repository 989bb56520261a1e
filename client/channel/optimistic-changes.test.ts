import { expect, test } from 'vitest';
import { findMessage, pinnedMessages } from './channel-selectors.ts';
import { showChannel } from '../testing/show-channel.ts';

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

const reactionsTo = (shown: Awaited<ReturnType<typeof showOwnMessage>>) =>
  findMessage(shown.state(), shown.ts)?.reactions?.map(({ name, users }) => `${name} ${users.join()}`) ?? [];

test('a reaction shows at once, and stays when it is accepted, whichever of answer and event comes first', async () => {
  for (const eventFirst of [true, false]) {
    const shown = await showOwnMessage();
    const { clock, server, handle, ts, state, socket } = shown;
    const reacting = handle.react(ts, 'tada');
    expect(reactionsTo(shown)).toEqual(['tada U1']);
    await clock.settle();
    const deliveries = [() => socket().deliverToClient(), () => server.held.shift()?.answer()];
    for (const deliver of eventFirst ? deliveries : deliveries.toReversed()) {
      deliver();
      await clock.settle();
      expect(reactionsTo(shown)).toEqual(['tada U1']);
    }
    await reacting;
    expect(state().marks.size).toBe(0);
    expect(state().messages.get(ts)?.reactions).toBeDefined();
  }
});

test('a reaction that is taken back at once goes to the server after it, and neither flickers', async () => {
  const shown = await showOwnMessage();
  const { clock, server, handle, ts, state, channel } = shown;
  const both = [handle.react(ts, 'tada'), handle.unreact(ts, 'tada')];
  expect(reactionsTo(shown)).toEqual([]);
  for (let round = 0; round < 3; round += 1) {
    await clock.settle();
    expect(reactionsTo(shown)).toEqual([]);
    server.deliverAll();
  }
  await Promise.all(both);
  await clock.settle();
  expect(channel.listed()[0]?.reactions).toBeUndefined();
  expect(state().marks.size).toBe(0);
});

test('others’ reactions are shown beside one of ours that is on its way', async () => {
  const shown = await showOwnMessage();
  const { clock, server, handle, ts, channel, socket } = shown;
  server.answersEarly = false;
  const reacting = handle.react(ts, 'tada');
  channel.react('U2', ts, 'tada');
  channel.react('U2', ts, 'eyes');
  socket().deliverToClient();
  expect(reactionsTo(shown)).toEqual(['tada U2,U1', 'eyes U2']);
  await clock.settle();
  server.deliverAll();
  await reacting;
});

test('a refused reaction is taken back and thrown; one that is there already is as it was to be', async () => {
  const shown = await showOwnMessage();
  const { clock, server, handle, ts, channel, state } = shown;
  server.isPrompt = true;
  channel.react('U1', ts, 'eyes');
  await handle.react(ts, 'eyes');
  await handle.unreact(ts, 'wave');
  await clock.settle();
  expect(reactionsTo(shown)).toEqual(['eyes U1']);
  server.isDown = true;
  await expect(handle.react(ts, 'tada')).rejects.toMatchObject({ code: 'network' });
  expect(reactionsTo(shown)).toEqual(['eyes U1']);
  expect(state().marks.size).toBe(0);
});

test('a message is pinned at once, and is not when that is refused', async () => {
  const { clock, server, handle, ts, channel, state, socket } = await showOwnMessage();
  const pinning = handle.pin(ts);
  expect(pinnedMessages(state()).map((message) => message.ts)).toEqual([ts]);
  await clock.settle();
  server.deliverAll();
  await pinning;
  socket().deliverToClient();
  expect(state().messages.get(ts)?.pinned_to).toEqual(['C1AA']);
  server.isDown = true;
  const failure = handle.unpin(ts).catch((error: unknown) => error);
  expect(pinnedMessages(state())).toEqual([]);
  expect(await failure).toMatchObject({ code: 'network' });
  expect(pinnedMessages(state())).toHaveLength(1);
  expect(channel.listed()[0]?.pinned_to).toEqual(['C1AA']);
});

test('a message that is deleted leaves nothing that waits for it', async () => {
  const { clock, server, handle, ts, channel, state, socket } = await showOwnMessage();
  server.answersEarly = false;
  const reacting = handle.react(ts, 'tada').catch(() => undefined);
  await clock.settle();
  channel.remove('U2', ts);
  socket().deliverToClient();
  expect(state().marks.size).toBe(0);
  server.deliverAll();
  await reacting;
  expect(state().marks.size).toBe(0);
});

test('a change whose event a snapshot has swallowed does not wait for it', async () => {
  const shown = await showOwnMessage();
  const { clock, server, handle, ts, channel, state, socket } = shown;
  const reacting = handle.react(ts, 'tada');
  await clock.settle();
  const [late] = server.held.splice(0);
  // The same person takes it back elsewhere, and neither event arrives.
  channel.react('U1', ts, 'tada', false);
  socket().cut();
  channel.epoch = 'restored';
  server.isPrompt = true;
  await clock.advance(1_000);
  expect(state().generation).toBe(2);
  late?.answer();
  await reacting;
  expect(reactionsTo(shown)).toEqual([]);
  expect(state().marks.size).toBe(0);
});
