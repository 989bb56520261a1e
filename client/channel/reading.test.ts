import { expect, test } from 'vitest';
import { microsToTs, tsToMicros } from '../../shared/timestamps.ts';
import { showChannel } from '../testing/show-channel.ts';

const before = (ts = '') => microsToTs(tsToMicros(ts) - 1);

async function showRead() {
  const shown = await showChannel({ history: 3 });
  shown.handle.markRead(shown.old[2] ?? '');
  await shown.clock.advance(5_000);
  const sidebar = () => shown.workspace.session.get().channels.get('C1AA');
  const session = shown.server.openSockets.find(({ url }) => url.pathname.endsWith('session'));
  return { ...shown, sidebar, session };
}

test('marking as unread moves the cursor to before the message, here, in the sidebar and on the server', async () => {
  const { clock, channel, handle, old, state, sidebar } = await showRead();
  handle.markUnread(old[1] ?? '');
  expect(state()).toMatchObject({ lastRead: before(old[1]), isMarkedUnread: true });
  expect(sidebar()).toMatchObject({ last_read: before(old[1]), has_unread: true });
  await clock.settle();
  expect(channel.lastRead.get('U1')).toBe(before(old[1]));
});

test('seeing the end of the list does not move it again until the person says that they have read it', async () => {
  const { clock, channel, handle, old, state, sidebar } = await showRead();
  handle.markUnread(old[1] ?? '');
  const { ts } = channel.post({ user: 'U2', text: 'new' });
  await clock.settle();
  handle.markRead(ts);
  expect(state().lastRead).toBe(before(old[1]));
  handle.markAllRead();
  expect(state()).toMatchObject({ lastRead: ts, isMarkedUnread: false });
  expect(sidebar()).toMatchObject({ last_read: ts, has_unread: false });
  await clock.advance(5_000);
  expect(channel.lastRead.get('U1')).toBe(ts);
});

test.each(['sends something', 'leaves the channel'])('somebody who %s is reading again', async (what) => {
  const { clock, handle, workspace, channel, old, state } = await showRead();
  handle.markUnread(old[1] ?? '');
  if (what.startsWith('sends')) handle.send('mine');
  else handle.close();
  await clock.settle();
  expect(state().isMarkedUnread).toBe(false);
  const { ts } = channel.post({ user: 'U2', text: 'new' });
  await clock.settle();
  workspace.openChannel('C1AA').markRead(ts);
  expect(state().lastRead).toBe(ts);
});

test('a sidebar that has not heard of it does not take it back; another device that reads on does', async () => {
  const { clock, handle, old, state, sidebar, session } = await showRead();
  handle.markUnread(old[1] ?? '');
  session?.push({ type: 'channel', channel: { ...sidebar(), last_read: old[2], has_unread: false } });
  await clock.settle();
  expect(state().lastRead).toBe(before(old[1]));
  expect(sidebar()).toMatchObject({ last_read: before(old[1]), has_unread: true });
  await clock.advance(5_000);
  session?.push({ type: 'channel', channel: { ...sidebar(), last_read: old[2], has_unread: false } });
  await clock.settle();
  expect(state()).toMatchObject({ lastRead: old[2], isMarkedUnread: false });
});

test('a snapshot that has not heard of it does not take it back', async () => {
  const { clock, server, channel, handle, old, state, socket } = await showRead();
  server.isDown = true;
  handle.markUnread(old[1] ?? '');
  await clock.settle();
  socket().cut();
  channel.epoch = 'restored';
  server.isDown = false;
  await clock.advance(1_000);
  expect(state()).toMatchObject({ generation: 2, lastRead: before(old[1]), isMarkedUnread: true });
  await clock.advance(10_000);
  expect(channel.lastRead.get('U1')).toBe(before(old[1]));
});

test('threads are read by themselves: here, in the sidebar and on the server', async () => {
  const { clock, channel, handle, old, state, session, workspace } = await showRead();
  const root = old[0] ?? '';
  const reply = channel.post({ user: 'U2', text: 'reply', threadTs: root }).ts;
  const thread = {
    channel: 'C1AA',
    thread_ts: root,
    last_read: root,
    has_unread: true,
    mention_count: 1,
    latest_reply: reply,
  };
  channel.readsOf(root).set('U1', root);
  await handle.openThread(root);
  const push = async (frame: object) => {
    session?.push(frame);
    await clock.settle();
  };
  await push({ type: 'thread', thread });
  expect(workspace.session.get().unreadThreads.size).toBe(1);
  handle.markThreadRead(root, reply);
  expect(state().threadStates.get(root)).toEqual({ isFollowing: true, lastRead: reply });
  expect(workspace.session.get().unreadThreads.size).toBe(0);
  // A word from before is still on its way.
  await push({ type: 'thread', thread });
  expect(workspace.session.get().unreadThreads.size).toBe(0);
  await clock.advance(5_000);
  expect(channel.readsOf(root).get('U1')).toBe(reply);

  handle.markThreadUnread(root, reply);
  expect(state().threadStates.get(root)?.lastRead).toBe(before(reply));
  await push({ type: 'thread_gone', channel: 'C1AA', thread_ts: root });
  expect(state().threadStates.get(root)?.isFollowing).toBe(false);
});

test('what the session says of a thread that was never open here is not kept in the channel', async () => {
  const { clock, session, state, workspace, old } = await showRead();
  const thread_ts = old[0] ?? '';
  const thread = { channel: 'C1AA', thread_ts, last_read: thread_ts, mention_count: 0, latest_reply: old[2] };
  session?.push({ type: 'thread', thread: { ...thread, has_unread: true } });
  await clock.settle();
  expect(workspace.session.get().unreadThreads.size).toBe(1);
  expect(state().threadStates.size).toBe(0);
});
