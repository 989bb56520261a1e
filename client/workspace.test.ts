import { expect, test } from 'vitest';
import { noDnd } from '../shared/presence.ts';
import { zeroTs } from '../shared/timestamps.ts';
import { visibleMessages } from './channel/channel-selectors.ts';
import { sidebarChannel } from './testing/fake-session.ts';
import { openTestWorkspace } from './testing/test-workspace.ts';
import { showChannel } from './testing/show-channel.ts';

test('a message is shown at once, and the one that comes back takes its place', async () => {
  const { clock, handle, state, texts, workspace } = await showChannel({ history: 1 });
  expect(workspace.session.get()).toMatchObject({ workspace: { name: 'Harbour' }, self: { id: 'U1' } });
  expect(workspace.connection.get()).toEqual({ kind: 'live', via: 'socket' });
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

test('two handles share one socket, which closes two minutes after the last one', async () => {
  const { clock, server, workspace, handle } = await showChannel();
  const second = workspace.openChannel('C1AA');
  expect(second.store).toBe(handle.store);
  handle.close();
  handle.close();
  await clock.advance(60_000);
  expect(server.openSockets).toHaveLength(2);
  second.close();
  await clock.advance(119_999);
  expect(server.openSockets).toHaveLength(2);
  await clock.advance(1);
  expect(server.openSockets.map(({ url }) => url.pathname)).toEqual(['/sockets/session']);
});

test('a channel that is shown again is there at once and only asks for what is new', async () => {
  const { clock, channel, workspace, handle, socket } = await showChannel({ history: 3 });
  handle.close();
  await clock.advance(120_000);
  const { seq } = channel;
  channel.post({ user: 'U2', text: 'meanwhile' });
  const again = workspace.openChannel('C1AA');
  expect(visibleMessages(again.store.get())).toHaveLength(3);
  await clock.settle();
  expect(socket().url.searchParams.get('seq')).toBe(String(seq));
  expect(visibleMessages(again.store.get())).toHaveLength(4);
});

test('going back before the socket has closed keeps it, and what came meanwhile is there', async () => {
  const { clock, server, channel, workspace, handle, texts } = await showChannel();
  handle.close();
  await clock.advance(100_000);
  channel.post({ user: 'U2', text: 'meanwhile' });
  await clock.settle();
  expect(texts()).toEqual(['meanwhile']);
  workspace.openChannel('C1AA');
  await clock.advance(200_000);
  expect(server.sockets).toHaveLength(2);
});

/** Shows other channels one after the other, and then none. */
async function visit({ clock, server, workspace }: Awaited<ReturnType<typeof showChannel>>, ids: readonly string[]) {
  for (const id of ids) {
    server.addChannel(id, id, ['U1', 'U2']).post({ user: 'U2', text: 'hi' });
    const handle = workspace.openChannel(id);
    await clock.settle();
    handle.close();
  }
}

const openChannels = ({ server }: Awaited<ReturnType<typeof showChannel>>) =>
  server.openSockets.map(({ url }) => url.pathname.split('/').at(-1)).filter((name) => name !== 'session');

test('of the channels that nobody shows five keep their sockets, those that were shown last', async () => {
  const shown = await showChannel();
  await visit(shown, ['C2BB', 'C3BB', 'C4BB', 'C5BB', 'C6BB', 'C7BB', 'C8BB']);
  expect(openChannels(shown)).toEqual(['C1AA', 'C4BB', 'C5BB', 'C6BB', 'C7BB', 'C8BB']);
});

test('a socket that nobody needs is not opened again when it breaks, and none stays when nobody is there', async () => {
  const shown = await showChannel();
  await visit(shown, ['C2BB', 'C3BB']);
  shown.server.openSockets.find(({ url }) => url.pathname.endsWith('C2BB'))?.cut();
  await shown.clock.advance(5_000);
  expect(openChannels(shown)).toEqual(['C1AA', 'C3BB']);
  shown.workspace.setActive(false);
  expect(openChannels(shown)).toEqual(['C1AA']);
});

test('of the channels that nobody shows the last twenty are kept', async () => {
  const { clock, server, workspace } = await showChannel();
  for (let count = 10; count < 35; count += 1) {
    const id = `C${count}AA`;
    server.addChannel(id, id, ['U1', 'U2']).post({ user: 'U2', text: 'hi' });
    const handle = workspace.openChannel(id);
    await clock.settle();
    handle.close();
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
  await openTestWorkspace(server, clock, { storage });
  await clock.advance(1_000);
  expect(channel.listed().map(({ text }) => text)).toEqual(['one', 'two']);
  await clock.advance(120_000);
  expect(server.openSockets.map(({ url }) => url.pathname)).toEqual(['/sockets/session']);
  expect(await storage.load()).toEqual([]);
});

test('a failed message is there when its channel is opened the next time', async () => {
  const { clock, server, storage, channel, workspace, handle } = await showChannel();
  channel.setArchived('U2', true);
  handle.send('too late');
  await clock.settle();
  workspace.close();
  const next = await openTestWorkspace(server, clock, { storage });
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

async function showSession() {
  const shown = await showChannel({ history: 1 });
  const push = async (frame: object) => {
    shown.server.openSockets.find(({ url }) => url.pathname.endsWith('session'))?.push(frame);
    await shown.clock.settle();
  };
  const cutAll = async () => {
    for (const socket of shown.server.openSockets) socket.cut();
    await shown.clock.advance(2_000);
  };
  return { ...shown, push, cutAll };
}

test('what the session tells of once reaches those who listen', async () => {
  const { workspace, push } = await showSession();
  const heard: unknown[] = [];
  const stops = [
    workspace.notices.subscribe((notice) => heard.push(notice.text)),
    workspace.activity.subscribe((item) => heard.push(item.id)),
    workspace.onStale('reminders', () => heard.push('reminders')),
    workspace.users.store.subscribe(() => heard.push(workspace.users.get('U2')?.name)),
  ];
  const item = { id: 'C1AA.1.mention', kind: 'mention', at: 1 };
  const user = {
    id: 'U2',
    team_id: 'T1',
    name: 'grace',
    deleted: false,
    real_name: 'Grace',
    tz: 'UTC',
    profile: { real_name: 'Grace', display_name: 'grace' },
    is_admin: false,
    is_owner: false,
    is_bot: false,
    updated: 1,
  };
  const frames = [
    { type: 'notice', channel: 'C1AA', ts: '1600000000.000000', text: 'hi', kind: 'mention' },
    { type: 'activity', item, unread: 1, has_new: true },
    { type: 'activity', unread: 0, has_new: false },
    { type: 'stale', what: 'reminders' },
    { type: 'stale', what: 'scheduled' },
    { type: 'user', user },
  ];
  for (const frame of frames) await push(frame);
  expect(heard).toEqual(['hi', 'C1AA.1.mention', 'reminders', 'grace']);
  for (const stop of stops) stop();
  for (const frame of frames) await push(frame);
  expect(heard).toHaveLength(4);
});

test('whether the person is there is said when it changes, and to each new connection', async () => {
  const { clock, server, workspace, cutAll } = await showSession();
  await cutAll();
  expect(server.said.filter(({ type }) => type === 'active')).toEqual([]);
  for (const isActive of [true, true, false]) workspace.setActive(isActive);
  await clock.settle();
  await cutAll();
  const said = server.said.flatMap((frame) => (frame.type === 'active' ? [frame.is_active] : []));
  expect(said).toEqual([true, false, false]);
});

test('who is there is asked for again over each new connection, and not known in between', async () => {
  const { clock, server, workspace, push, cutAll } = await showSession();
  workspace.presence.watch(['U2']);
  await clock.advance(200);
  await push({ type: 'presence', people: [{ user: 'U2', presence: 'active', dnd: noDnd }], unknown: [] });
  expect(workspace.presence.store.get().get('U2')?.presence).toBe('active');
  await cutAll();
  expect(workspace.presence.store.get().size).toBe(0);
  expect(server.said.filter(({ type }) => type === 'watch_presence').at(-1)).toEqual({
    type: 'watch_presence',
    users: ['U2'],
  });
});

test('user groups and emoji are read after the boot, and again when the session says that they have changed', async () => {
  const { clock, server, workspace, push, cutAll } = await showSession();
  expect([workspace.groups.get().size, workspace.emoji.get().size]).toEqual([0, 0]);
  const reads = () => server.calls.filter(({ method }) => /usergroups|emoji/.test(method)).length;
  expect(reads()).toBe(2);
  server.groups = [{ id: 'S1', name: 'Crew', handle: 'crew', description: '', date_delete: 0, users: ['U2'] }];
  server.emoji = { boat: 'https://edgeways.test/boat.png', ship: 'alias:boat' };
  await push({ type: 'stale', what: 'usergroups' });
  await push({ type: 'stale', what: 'emoji' });
  await clock.settle();
  expect(workspace.groups.get().get('S1')?.handle).toBe('crew');
  expect(Object.fromEntries(workspace.emoji.get())).toEqual({
    boat: { url: 'https://edgeways.test/boat.png' },
    ship: { aliasFor: 'boat' },
  });
  await cutAll();
  expect(reads()).toBe(4);
  await clock.advance(10 * 60_000);
  await cutAll();
  expect(reads()).toBe(6);
});

test('lists that could not be read are read after the next boot', async () => {
  const { clock, server, workspace, cutAll, push } = await showSession();
  server.emoji = { boat: 'https://edgeways.test/boat.png' };
  server.isPrompt = false;
  await push({ type: 'stale', what: 'emoji' });
  for (const socket of server.openSockets) socket.deliverToClient();
  await clock.settle();
  for (const request of server.held.splice(0)) request.fail();
  server.isPrompt = true;
  await clock.settle();
  expect(workspace.emoji.get().size).toBe(0);
  await cutAll();
  expect(workspace.emoji.get().size).toBe(1);
});

test('after a boot the channels with something new are brought up to date that were shown last, one after the other', async () => {
  const shown = await showSession();
  const { clock, server, workspace, handle } = shown;
  const left = ['C2BB', 'C3BB', 'C4BB', 'C5BB', 'C6BB'];
  await visit(shown, left);
  workspace.setActive(false);
  for (const socket of server.openSockets) socket.cut();
  for (const id of left) server.channels.get(id)?.post({ user: 'U2', text: 'meanwhile' });
  const unread = left.slice(1).map((id) => sidebarChannel(id, { has_unread: true }));
  server.personal = { channels: [...unread, sidebarChannel('C1AA'), sidebarChannel('C2BB')] };
  await clock.advance(1_000);
  expect(openChannels(shown)).toEqual(['C1AA']);
  await clock.advance(3_000);
  expect(openChannels(shown)).toEqual(['C1AA', 'C6BB', 'C5BB', 'C4BB']);
  const texts = (id: string) => visibleMessages(workspace.openChannel(id).store.get()).map(({ text }) => text);
  expect(texts('C6BB')).toEqual(['hi', 'meanwhile']);
  expect(texts('C3BB')).toEqual(['hi']);
  expect(handle.connection.get()).toEqual({ kind: 'live', via: 'socket' });
});
