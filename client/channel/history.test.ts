import { expect, test } from 'vitest';
import { expectSameAsFetch } from '../testing/same-as-fetch.ts';
import { showChannel } from '../testing/show-channel.ts';

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, count) => `old ${from + count}`);

test('older pages are put before, until the beginning', async () => {
  const { handle, channel, state, texts } = await showChannel({ history: 25 });
  expect(texts()).toEqual(range(15, 25));
  expect(state().hasOlder).toBe(true);
  await handle.loadOlder();
  expect(texts()).toEqual(range(5, 25));
  await handle.loadOlder();
  expect(texts()).toEqual(range(0, 25));
  expect(state().hasOlder).toBe(false);
  await handle.loadOlder();
  expectSameAsFetch(state(), channel);
});

test('one page is loaded at a time', async () => {
  const { server, handle, texts, state } = await showChannel({ history: 25 });
  const both = [handle.loadOlder(), handle.loadOlder()];
  expect(state().loading.older).toBe(true);
  await Promise.all(both);
  expect(server.calls.filter(({ method }) => method === 'conversations.history')).toHaveLength(1);
  expect(texts()).toEqual(range(5, 25));
  expect(state().loading.older).toBe(false);
});

test('a page that fails changes nothing and may be asked for again', async () => {
  const { server, handle, texts, state } = await showChannel({ history: 15 });
  server.isDown = true;
  await expect(handle.loadOlder()).rejects.toMatchObject({ code: 'network' });
  expect(state().loading.older).toBe(false);
  server.isDown = false;
  await handle.loadOlder();
  expect(texts()).toEqual(range(0, 15));
});

test('a jump shows the stretch around a message; what is posted meanwhile waits at the live end', async () => {
  const { clock, handle, channel, old, state, texts } = await showChannel({ history: 60 });
  expect(await handle.jumpTo(old[20] ?? '')).toBe(true);
  expect(texts()).toEqual(range(11, 31));
  expect(state()).toMatchObject({ hasOlder: true, hasNewer: true });
  channel.post({ user: 'U2', text: 'new' });
  await clock.settle();
  expect(texts()).toEqual(range(11, 31));
  expectSameAsFetch(state(), channel);
  handle.jumpToLatest();
  expect(texts()).toEqual([...range(50, 60), 'new']);
  expect(state()).toMatchObject({ hasNewer: false, parked: null });
});

test('loading newer pages reaches the live end, and the two become one', async () => {
  const { clock, handle, channel, old, state, texts } = await showChannel({ history: 45 });
  await handle.jumpTo(old[20] ?? '');
  channel.post({ user: 'U2', text: 'new' });
  await clock.settle();
  await handle.loadNewer();
  expect(texts()).toEqual([...range(11, 45), 'new']);
  expect(state()).toMatchObject({ hasNewer: false, parked: null });
  channel.post({ user: 'U2', text: 'newer' });
  await clock.settle();
  expect(texts().at(-1)).toBe('newer');
  expectSameAsFetch(state(), channel);
});

test('a page after which there is nothing reaches the live end, even if all that was there is deleted', async () => {
  const { clock, handle, channel, old, state, texts } = await showChannel({ history: 30 });
  await handle.jumpTo(old[5] ?? '');
  for (const ts of old.slice(17)) channel.remove('U2', ts);
  await clock.settle();
  await handle.loadNewer();
  expect(texts()).toEqual(range(0, 17));
  expect(state()).toMatchObject({ hasNewer: false, parked: null });
  channel.post({ user: 'U2', text: 'new' });
  await clock.settle();
  expect(texts().at(-1)).toBe('new');
});

test('a jump to where one is loads nothing; near the live end it joins it', async () => {
  const { server, handle, old, state, texts } = await showChannel({ history: 30 });
  expect(await handle.jumpTo(old[25] ?? '')).toBe(true);
  expect(server.calls.some(({ method }) => method === 'conversations.history')).toBe(false);
  expect(await handle.jumpTo(old[15] ?? '')).toBe(true);
  expect(texts()).toEqual(range(6, 30));
  expect(state().hasNewer).toBe(false);
});

test('a jump to a message that is not there says so and changes nothing', async () => {
  const { handle, channel, old, texts } = await showChannel({ history: 30 });
  channel.remove('U2', old[5] ?? '');
  expect(await handle.jumpTo(old[5] ?? '')).toBe(false);
  expect(await handle.jumpTo(old[29] ?? '')).toBe(true);
  expect(texts()).toEqual(range(20, 30));
});

test('of two jumps the later one counts, whichever answer comes first', async () => {
  const { clock, server, handle, old, texts } = await showChannel({ history: 90 });
  server.isPrompt = false;
  const jumps = [handle.jumpTo(old[20] ?? ''), handle.jumpTo(old[50] ?? '')];
  await clock.settle();
  for (const request of server.held.toReversed()) request.answer();
  expect(await Promise.all(jumps)).toEqual([true, true]);
  expect(texts()).toContain('old 50');
  expect(texts()).not.toContain('old 20');
});

test('events that came while a page was on its way are in it', async () => {
  const { clock, server, handle, channel, old, state } = await showChannel({ history: 25 });
  server.isPrompt = false;
  const page = handle.loadOlder();
  await clock.settle();
  channel.edit('U2', old[10] ?? '', 'other words');
  channel.remove('U2', old[11] ?? '');
  channel.react('U2', old[12] ?? '', 'tada');
  channel.post({ user: 'U2', text: 'reply', threadTs: old[13] ?? '' });
  for (const socket of server.openSockets) socket.deliverToClient();
  server.deliverAll();
  await page;
  expect(state().messages.get(old[10] ?? '')?.text).toBe('other words');
  expectSameAsFetch(state(), channel);
});

test('a page that crossed with a snapshot is asked for again', async () => {
  const { clock, server, handle, channel, old, state, socket } = await showChannel({ history: 60 });
  await handle.jumpTo(old[20] ?? '');
  server.isPrompt = false;
  const page = handle.loadOlder().catch(() => undefined);
  await clock.settle();
  socket().cut();
  channel.edit('U2', old[8] ?? '', 'other words');
  channel.trimmed = channel.seq;
  const [late] = server.held.splice(0);
  server.isPrompt = true;
  await clock.advance(1_000);
  late?.answer();
  await page;
  await handle.loadOlder();
  expect(state().messages.get(old[8] ?? '')?.text).toBe('other words');
  expectSameAsFetch(state(), channel);
});

test('after a snapshot an older stretch is loaded again, tried until it is, and shown meanwhile', async () => {
  const { clock, handle, channel, old, state, texts, socket } = await showChannel({ history: 60 });
  await handle.jumpTo(old[20] ?? '');
  channel.trimmed = channel.seq;
  channel.epoch = 'restored';
  socket().cut();
  await clock.settle();
  let failures = 0;
  const history = channel.history.bind(channel);
  channel.history = (page) => {
    if (page.latest === undefined && page.oldest === undefined) return history(page);
    failures += 1;
    if (failures <= 2) throw new TypeError('fetch failed');
    return history(page);
  };
  await clock.advance(2_000);
  expect(state()).toMatchObject({ isStale: true, hasNewer: true });
  expect(texts()).toEqual(range(11, 31));
  const before = failures;
  await handle.loadNewer();
  await handle.loadOlder();
  expect(failures).toBe(before);
  await clock.advance(10_000);
  expectSameAsFetch(state(), channel);
  expect(texts()).toEqual(range(11, 31));
});

test('a page for a stale stretch is not joined to it', async () => {
  const { clock, server, handle, channel, old, state, socket } = await showChannel({ history: 45 });
  await handle.jumpTo(old[20] ?? '');
  server.isPrompt = false;
  const page = handle.loadNewer();
  await clock.settle();
  socket().cut();
  channel.edit('U2', old[25] ?? '', 'other words');
  channel.trimmed = channel.seq;
  await clock.advance(1_000);
  server.held.find(({ path }) => path.includes('ticket'))?.answer();
  await clock.settle();
  socket().deliverToClient();
  await clock.settle();
  expect(state()).toMatchObject({ isStale: true, hasNewer: true });
  const [crossed, ...reload] = server.held.filter(({ path }) => path.includes('history'));
  // It is asked for again, and comes before the stretch is loaded anew.
  crossed?.answer();
  await clock.settle();
  server.held.at(-1)?.answer();
  await page;
  expect(state()).toMatchObject({ isStale: true, hasNewer: true });
  for (const request of reload) request.answer();
  await clock.settle();
  expectSameAsFetch(state(), channel);
});

test('a failed jump away from a stale stretch leaves it to be loaded again', async () => {
  const { clock, server, handle, channel, old, state, texts, socket } = await showChannel({ history: 90 });
  await handle.jumpTo(old[20] ?? '');
  server.isPrompt = false;
  socket().cut();
  channel.epoch = 'restored';
  await clock.advance(1_000);
  server.held.shift()?.answer();
  await clock.settle();
  socket().deliverToClient();
  await clock.settle();
  expect(state().isStale).toBe(true);
  const failure = handle.jumpTo(old[50] ?? '').catch((error: unknown) => error);
  await clock.settle();
  for (const request of server.held.splice(0)) request.fail();
  expect(await failure).toMatchObject({ code: 'network' });
  server.isPrompt = true;
  await clock.advance(10_000);
  server.deliverAll();
  await clock.settle();
  expectSameAsFetch(state(), channel);
  expect(texts()).toEqual(range(11, 31));
});

test('after a snapshot without the message that was jumped to, the live end is shown', async () => {
  const { clock, handle, channel, old, state, texts, socket } = await showChannel({ history: 60 });
  await handle.jumpTo(old[20] ?? '');
  socket().cut();
  channel.remove('U2', old[20] ?? '');
  channel.trimmed = channel.seq;
  await clock.advance(2_000);
  expect(texts()).toEqual(range(50, 60));
  expectSameAsFetch(state(), channel);
});

test('a jump before the first connection is shown, and gets its live end when that comes', async () => {
  const { clock, server, workspace } = await showChannel();
  const other = server.addChannel('C2BB', 'random', ['U1', 'U2']);
  const old = Array.from({ length: 60 }, (_, count) => other.post({ user: 'U2', text: `old ${count}` }).ts);
  server.isPrompt = false;
  const handle = workspace.openChannel('C2BB');
  const jump = handle.jumpTo(old[20] ?? '');
  await clock.settle();
  for (const request of server.held) if (request.path.includes('history')) request.answer();
  expect(await jump).toBe(true);
  expect(handle.store.get()).toMatchObject({ hasNewer: true, parked: null, info: null });
  server.isPrompt = true;
  server.deliverAll();
  await clock.advance(1_000);
  expectSameAsFetch(handle.store.get(), other);
  expect(handle.store.get().parked?.messages.length).toBe(10);
});

test('a thread is loaded as a whole and kept up to date, over a snapshot too', async () => {
  const { clock, handle, channel, old, state, socket } = await showChannel({ history: 3 });
  const root = old[1] ?? '';
  for (let count = 0; count < 3; count += 1) channel.post({ user: 'U1', text: `reply ${count}`, threadTs: root });
  await handle.openThread(root);
  channel.post({ user: 'U2', text: 'live', threadTs: root });
  await clock.settle();
  const replies = () => [...(state().threads.get(root) ?? [])].map(({ text }) => text);
  expect(replies()).toEqual(['old 1', 'reply 0', 'reply 1', 'reply 2', 'live']);
  socket().cut();
  channel.post({ user: 'U2', text: 'missed', threadTs: root });
  channel.trimmed = channel.seq;
  await clock.advance(1_000);
  expect(replies().at(-1)).toBe('missed');
  expectSameAsFetch(state(), channel);
  handle.closeThread(root);
  expect(state().threads.size).toBe(0);
});

test('a thread that is not there is refused', async () => {
  const { handle, state } = await showChannel();
  await expect(handle.openThread('1600000000.000001')).rejects.toMatchObject({ code: 'thread_not_found' });
  expect(state().threads.size).toBe(0);
});
