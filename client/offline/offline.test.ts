import { beforeAll, beforeEach, expect, test } from 'vitest';
import { visibleMessages } from '../channel/channel-selectors.ts';
import { createIndexedDbCache } from './indexed-db-cache.ts';
import type { OfflineCache } from './offline-cache.ts';
import { createMemoryQueueStorage } from '../sending/queue-storage.ts';
import { installIndexedDb } from '../testing/fake-indexed-db.ts';
import { createMemoryStorage } from '../testing/memory-storage.ts';
import { expectSameAsFetch } from '../testing/same-as-fetch.ts';
import { showChannel } from '../testing/show-channel.ts';
import { openTestWorkspace, type TestDevice } from '../testing/test-workspace.ts';
import { until } from '../testing/until.ts';

// The client loads it when it is needed; here it is to be ready at once.
beforeAll(() => import('./indexed-db.ts'));
beforeEach(installIndexedDb);

type Shown = Awaited<ReturnType<typeof showChannel>>;

const textsOf = (handle: Shown['handle']) => visibleMessages(handle.store.get()).map(({ text }) => text);

/** A device that has shown a channel and remembers it, and was closed. */
async function rememberedChannel(history = 3) {
  const device: TestDevice = { cache: createIndexedDbCache('T1'), storage: createMemoryQueueStorage() };
  const shown = await showChannel({ history, ...device });
  await shown.clock.advance(5_000);
  await until(shown.clock, async () => (await device.cache?.loadChannel('C1AA')) !== null);
  await until(shown.clock, async () => (await device.cache?.loadBoot()) !== null);
  shown.workspace.close();
  const reopen = async () => {
    const opened = await openTestWorkspace(shown.server, shown.clock, { ...device, cache: createIndexedDbCache('T1') });
    return opened.workspace;
  };
  return { ...shown, device, reopen };
}

test('without a network the sidebar, the people and the channel that was shown are there', async () => {
  const { clock, server, channel, reopen } = await rememberedChannel();
  server.blocksSockets = true;
  channel.post({ user: 'U2', text: 'not known yet' });
  const workspace = await reopen();
  server.isDown = true;
  const handle = workspace.openChannel('C1AA');
  await until(clock, () => textsOf(handle).length > 0);
  expect(textsOf(handle)).toEqual(['old 0', 'old 1', 'old 2']);
  expect(workspace.session.get()).toMatchObject({ workspace: { name: 'Harbour' }, self: { id: 'U1' } });
  expect(workspace.session.get().channels.get('C1AA')?.name).toBe('general');
  expect(handle.store.get()).toMatchObject({ isMember: true, info: { name: 'general' } });
});

test('the first connection resumes from what was remembered, rather than loading it again', async () => {
  const { clock, server, channel, reopen } = await rememberedChannel();
  const { seq } = channel;
  channel.post({ user: 'U2', text: 'meanwhile' });
  const workspace = await reopen();
  const handle = workspace.openChannel('C1AA');
  await until(clock, () => textsOf(handle).length === 4);
  const socket = server.openSockets.find(({ url }) => url.pathname.endsWith('C1AA'));
  expect(socket?.url.searchParams.get('seq')).toBe(String(seq));
  expectSameAsFetch(handle.store.get(), channel);
});

test('what was remembered and cannot be resumed is thrown away for a snapshot', async () => {
  const { clock, channel, reopen } = await rememberedChannel();
  channel.epoch = 'restored';
  channel.post({ user: 'U2', text: 'meanwhile' });
  const workspace = await reopen();
  const handle = workspace.openChannel('C1AA');
  await until(clock, () => textsOf(handle).length === 4);
  expectSameAsFetch(handle.store.get(), channel);
});

test('a channel that came into memory by itself is there in the turn in which it is opened', async () => {
  const { clock, server, reopen } = await rememberedChannel();
  const workspace = await reopen();
  server.isDown = true;
  await clock.advance(1_000);
  await clock.settle();
  expect(textsOf(workspace.openChannel('C1AA'))).toEqual(['old 0', 'old 1', 'old 2']);
});

test('what is sent without a network waits, and goes out in order after a reload', async () => {
  const { clock, server, channel, reopen } = await rememberedChannel();
  const workspace = await reopen();
  server.isDown = true;
  for (const socket of server.openSockets) socket.cut();
  const handle = workspace.openChannel('C1AA');
  await until(clock, () => textsOf(handle).length === 3);
  handle.send('one');
  handle.send('two');
  expect(handle.store.get().pending.map(({ text }) => text)).toEqual(['one', 'two']);
  await clock.advance(1_000);
  workspace.close();
  server.isDown = false;
  const next = await reopen();
  await clock.advance(5_000);
  expect(channel.listed().map(({ text }) => text)).toEqual(['old 0', 'old 1', 'old 2', 'one', 'two']);
  next.close();
});

test('how far the person has read elsewhere is known of a remembered channel, too', async () => {
  const { clock, channel, old, reopen } = await rememberedChannel();
  channel.lastRead.set('U1', old[1] ?? '');
  const workspace = await reopen();
  const handle = workspace.openChannel('C1AA');
  await until(clock, () => handle.store.get().lastRead === old[1]);
  expect(workspace.session.get().channels.get('C1AA')?.last_read).toBe(old[1]);
});

test('of a long list the newest two hundred are remembered, and older ones are loaded as ever', async () => {
  const cache = createIndexedDbCache('T1');
  const { clock, server, channel, handle, workspace } = await showChannel({ history: 230, cache });
  await until(clock, () => textsOf(handle).length > 0);
  while (handle.store.get().hasOlder) await handle.loadOlder();
  await clock.advance(5_000);
  await until(clock, async () => ((await cache.loadChannel('C1AA'))?.messages.length ?? 0) > 10);
  const cached = await cache.loadChannel('C1AA');
  expect(cached?.messages.map(({ text }) => text)).toEqual(
    channel
      .listed()
      .slice(30)
      .map(({ text }) => text),
  );
  expect(cached?.hasOlder).toBe(true);
  workspace.close();
  const next = await openTestWorkspace(server, clock, { cache: createIndexedDbCache('T1') });
  const again = next.workspace.openChannel('C1AA');
  await until(clock, () => textsOf(again).length === 200);
  await again.loadOlder();
  expectSameAsFetch(again.store.get(), channel);
});

test('changes are written after a pause, and at once when the person goes away', async () => {
  const cache = createIndexedDbCache('T1');
  const { clock, channel, workspace } = await showChannel({ cache });
  const remembered = async () => (await cache.loadChannel('C1AA'))?.messages.map(({ text }) => text);
  await clock.advance(5_000);
  await until(clock, async () => (await remembered()) !== undefined);
  channel.post({ user: 'U2', text: 'one' });
  await clock.settle();
  expect(await remembered()).toEqual([]);
  workspace.setActive(false);
  await until(clock, async () => (await remembered())?.length === 1);
});

test('what somebody else left on the device is not shown, and thrown away', async () => {
  const { clock, server, device, reopen } = await rememberedChannel();
  const boot = await device.cache?.loadBoot();
  if (!boot) throw new Error('it was remembered');
  await device.cache?.saveBoot({ ...boot, self: { id: 'U2', role: 'member' } });
  const workspace = await reopen();
  server.isDown = true;
  const handle = workspace.openChannel('C1AA');
  await until(clock, async () => (await device.cache?.listChannels())?.length === 0);
  expect(textsOf(handle)).toEqual([]);
});

test('signing out forgets everything', async () => {
  const { clock, server, device, reopen } = await rememberedChannel();
  const workspace = await reopen();
  workspace.openChannel('C1AA');
  await clock.advance(1_000);
  server.isSignedOut = true;
  await expect(workspace.api.call('api.test')).rejects.toMatchObject({ code: 'token_revoked' });
  await until(clock, async () => (await device.cache?.loadBoot()) === null);
  await clock.advance(20_000);
  expect([await device.cache?.loadBoot(), await device.cache?.listChannels()]).toEqual([null, []]);
});

test('a channel from which the person was removed is forgotten; a public one that they left is not', async () => {
  const cache = createIndexedDbCache('T1');
  const { clock, server, channel, workspace } = await showChannel({ history: 1, cache });
  const secret = server.addChannel('C2BB', 'secret', ['U1', 'U2']);
  secret.info = { ...secret.info, kind: 'private' };
  for (const socket of server.openSockets) socket.cut();
  await clock.advance(1_000);
  workspace.openChannel('C2BB');
  await clock.advance(5_000);
  await until(clock, async () => (await cache.listChannels()).length === 2);
  // Something is waiting to be written.
  secret.post({ user: 'U2', text: 'more' });
  await clock.settle();
  for (const id of ['C1AA', 'C2BB']) {
    const session = server.openSockets.find(({ url }) => url.pathname.endsWith('session'));
    session?.push({ type: 'channel_gone', channel: id });
  }
  await until(clock, async () => (await cache.listChannels()).length === 1);
  await clock.advance(20_000);
  expect(await cache.listChannels()).toEqual([channel.info.id]);
});

test('a private channel that a boot does not name is forgotten', async () => {
  const { clock, channel, device, reopen } = await rememberedChannel();
  channel.leave('U1');
  const cached = await device.cache?.loadChannel('C1AA');
  if (!cached) throw new Error('it was remembered');
  await device.cache?.saveChannel({ ...cached, info: { ...cached.info, kind: 'private' } });
  await reopen();
  await until(clock, async () => (await device.cache?.listChannels())?.length === 0);
  expect(await device.cache?.loadChannel('C1AA')).toBeNull();
});

test('a cache that never answers keeps nobody waiting for more than a second', async () => {
  const never = () => new Promise<never>(() => {});
  const nothing = async () => {};
  const stuck: OfflineCache = {
    loadBoot: never,
    loadUsers: never,
    loadChannel: never,
    listChannels: never,
    saveBoot: nothing,
    saveUsers: nothing,
    saveChannel: nothing,
    removeChannel: nothing,
    clear: nothing,
  };
  const { clock, texts, workspace } = await showChannel({ history: 2, cache: stuck });
  expect(workspace.session.get().workspace?.name).toBe('Harbour');
  await clock.advance(1_000);
  expect(texts()).toEqual(['old 0', 'old 1']);
});

test('drafts that the server does not have are there over what is remembered of the session', async () => {
  const { clock, server, device } = await rememberedChannel();
  const deviceStorage = createMemoryStorage();
  const open = async () =>
    (await openTestWorkspace(server, clock, { ...device, deviceStorage, cache: createIndexedDbCache('T1') })).workspace;
  const first = await open();
  server.isDown = true;
  for (const socket of server.openSockets) socket.cut();
  first.drafts.set('C1AA', null, 'half a');
  first.close();
  server.isDown = false;
  server.blocksSockets = true;
  const second = await open();
  await until(clock, () => second.session.get().workspace !== null);
  expect(second.drafts.get('C1AA', null)).toBe('half a');
});
