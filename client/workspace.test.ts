import { expect, test } from 'vitest';
import { zeroTs } from '../shared/timestamps.ts';
import { visibleMessages } from './channel-selectors.ts';
import { openTestWorkspace } from './testing/test-workspace.ts';
import { showChannel } from './testing/show-channel.ts';

test('a message is shown at once, and the one that comes back takes its place', async () => {
  const { clock, handle, state, texts, workspace } = await showChannel({ history: 1 });
  expect(workspace.session.get()).toMatchObject({ workspace: { name: 'Harbour' }, self: { id: 'U1' } });
  expect(workspace.connection.get()).toEqual({ kind: 'live' });
  const shown: number[] = [];
  handle.store.subscribe(() => shown.push(texts().length + state().pending.length));
  handle.send('hi');
  expect(state().pending).toMatchObject([{ text: 'hi', status: 'sending' }]);
  await clock.settle();
  expect(state().pending).toEqual([]);
  expect(texts()).toEqual(['old 0', 'hi']);
  // At no moment neither or both of them.
  expect(new Set(shown)).toEqual(new Set([2]));
});

test('two handles share one socket, which closes a moment after the last one', async () => {
  const { clock, server, workspace, handle } = await showChannel();
  const second = workspace.openChannel('C1AA');
  expect(second.store).toBe(handle.store);
  handle.close();
  handle.close();
  await clock.advance(60_000);
  expect(server.openSockets).toHaveLength(2);
  second.close();
  await clock.advance(4_999);
  expect(server.openSockets).toHaveLength(2);
  await clock.advance(1);
  expect(server.openSockets.map(({ url }) => url.pathname)).toEqual(['/sockets/session']);
});

test('a channel that is shown again is there at once and only asks for what is new', async () => {
  const { clock, channel, workspace, handle, socket } = await showChannel({ history: 3 });
  handle.close();
  await clock.advance(10_000);
  const { seq } = channel;
  channel.post({ user: 'U2', text: 'meanwhile' });
  const again = workspace.openChannel('C1AA');
  expect(visibleMessages(again.store.get())).toHaveLength(3);
  await clock.settle();
  expect(socket().url.searchParams.get('seq')).toBe(String(seq));
  expect(visibleMessages(again.store.get())).toHaveLength(4);
});

test('going back before the socket has closed keeps it', async () => {
  const { clock, server, workspace, handle } = await showChannel();
  handle.close();
  await clock.advance(3_000);
  workspace.openChannel('C1AA');
  await clock.advance(10_000);
  expect(server.sockets).toHaveLength(2);
});

test('of the channels that nobody shows the last twenty are kept', async () => {
  const { clock, server, workspace } = await showChannel();
  for (let count = 10; count < 35; count += 1) {
    const id = `C${count}AA`;
    server.addChannel(id, id, ['U1', 'U2']).post({ user: 'U2', text: 'hi' });
    const handle = workspace.openChannel(id);
    await clock.settle();
    handle.close();
    await clock.advance(5_000);
  }
  expect(workspace.openChannel('C34AA').store.get().info?.name).toBe('C34AA');
  expect(workspace.openChannel('C15AA').store.get().info?.name).toBe('C15AA');
  expect(workspace.openChannel('C10AA').store.get().info).toBeNull();
});

test('unsent messages keep a channel connected that nobody shows, and bring it up after a reload', async () => {
  const { clock, server, channel, storage, workspace, handle } = await showChannel();
  server.isDown = true;
  for (const socket of server.openSockets) socket.cut();
  handle.send('one');
  handle.send('two');
  handle.close();
  await clock.advance(60_000);
  workspace.close();
  server.isDown = false;
  await openTestWorkspace(server, clock, storage);
  await clock.advance(1_000);
  expect(channel.listed().map(({ text }) => text)).toEqual(['one', 'two']);
  await clock.advance(10_000);
  expect(server.openSockets.map(({ url }) => url.pathname)).toEqual(['/sockets/session']);
  expect(await storage.load()).toEqual([]);
});

test('a failed message is there when its channel is opened the next time', async () => {
  const { clock, server, storage, channel, workspace, handle } = await showChannel();
  channel.setArchived('U2', true);
  handle.send('too late');
  await clock.settle();
  workspace.close();
  const next = await openTestWorkspace(server, clock, storage);
  const again = next.workspace.openChannel('C1AA');
  expect(again.store.get().pending).toMatchObject([{ text: 'too late', status: 'failed', error: 'is_archived' }]);
  channel.setArchived('U2', false);
  again.retry(again.store.get().pending[0]?.id ?? '');
  await clock.settle();
  expect(again.store.get().pending).toEqual([]);
  expect(channel.listed().at(-1)?.text).toBe('too late');
});

test('what is read here is read in the sidebar at once, and on the server soon after', async () => {
  const { clock, channel, workspace, handle, old, socket } = await showChannel({ history: 3 });
  const sidebar = () => workspace.session.get().channels.get('C1AA');
  handle.markRead(old[1] ?? '');
  expect(sidebar()).toMatchObject({ last_read: old[1], has_unread: true });
  handle.markRead(old[2] ?? '');
  handle.markRead(old[0] ?? '');
  expect(sidebar()).toMatchObject({ last_read: old[2], has_unread: false });
  await clock.advance(1_000);
  expect(channel.lastRead.get('U1')).toBe(old[2]);
  expect(handle.store.get().lastRead).toBe(old[2]);
  expect(socket().isOpen).toBe(true);
});

test('a sidebar that has not heard of the last move does not take it back; another device’s move counts', async () => {
  const { clock, server, workspace, handle, old } = await showChannel({ history: 3 });
  const session = server.openSockets.find(({ url }) => url.pathname.endsWith('session'));
  const sidebar = () => workspace.session.get().channels.get('C1AA');
  const tell = async (last_read: string | undefined) => {
    session?.push({ type: 'channel', channel: { ...sidebar(), last_read, has_unread: true } });
    await clock.settle();
  };
  handle.markRead(old[2] ?? '');
  await tell(zeroTs);
  expect(sidebar()).toMatchObject({ last_read: old[2], has_unread: false });
  await clock.advance(5_000);
  await tell(old[0]);
  expect(sidebar()).toMatchObject({ last_read: old[0], has_unread: true });
  expect(handle.store.get().lastRead).toBe(old[0]);
});

test('a snapshot that has not heard of the last move does not take it back', async () => {
  const { clock, server, channel, handle, old, socket } = await showChannel({ history: 3 });
  server.isDown = true;
  handle.markRead(old[2] ?? '');
  await clock.settle();
  socket().cut();
  channel.epoch = 'restored';
  server.isDown = false;
  await clock.advance(1_000);
  expect(handle.store.get()).toMatchObject({ generation: 2, lastRead: old[2] });
  await clock.advance(5_000);
  expect(channel.lastRead.get('U1')).toBe(old[2]);
});

test('somebody who only looks does not mark anything as read', async () => {
  const { clock, server, workspace } = await showChannel();
  const other = server.addChannel('C2BB', 'elsewhere', ['U2']);
  const { ts } = other.post({ user: 'U2', text: 'hi' });
  const handle = workspace.openChannel('C2BB');
  await clock.settle();
  handle.markRead(ts);
  await clock.advance(5_000);
  expect(other.lastRead.size).toBe(0);
});

test('an ended session closes everything', async () => {
  const { clock, server, workspace, handle } = await showChannel();
  server.isSignedOut = true;
  await expect(workspace.api.call('api.test')).rejects.toMatchObject({ code: 'token_revoked' });
  expect(server.openSockets).toEqual([]);
  expect(handle.connection.get()).toEqual({ kind: 'connecting' });
  await clock.advance(100_000);
  expect(server.openSockets).toEqual([]);
});

test('after another sign-in the workspace calls nothing in the other’s name', async () => {
  const { clock, server, auth, workspace } = await showChannel();
  server.workspaceId = 'T2';
  await auth.demo('ada@example.com');
  await expect(workspace.api.call('api.test')).rejects.toMatchObject({ code: 'not_authed' });
  await clock.settle();
});
