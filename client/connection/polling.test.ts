import { beforeAll, expect, test } from 'vitest';
import { visibleMessages, visibleThread } from '../channel/channel-selectors.ts';
import { createFakeClock } from '../testing/fake-clock.ts';
import { FakeServer } from '../testing/fake-server.ts';
import { expectSameAsFetch } from '../testing/same-as-fetch.ts';
import { openTestWorkspace } from '../testing/test-workspace.ts';

// The client loads it when it is needed; here it is to be ready at once.
beforeAll(() => import('./polling-socket.ts'));

/** A client behind something that lets no socket through, which shows a channel. */
async function behindProxy() {
  const clock = createFakeClock();
  const server = new FakeServer('U1');
  server.blocksSockets = true;
  const channel = server.addChannel('C1AA', 'general', ['U1', 'U2']);
  const root = channel.post({ user: 'U2', text: 'root' }).ts;
  const opened = await openTestWorkspace(server, clock);
  const handle = opened.workspace.openChannel('C1AA');
  await clock.advance(3_000);
  const texts = () => visibleMessages(handle.store.get()).map(({ text }) => text);
  const polls = () => server.calls.filter(({ method }) => method === 'channels' || method === 'session').length;
  return { ...opened, clock, server, channel, root, handle, texts, polls };
}

test('where no socket opens everything goes by requests: reading, sending, threads, typing, drafts', async () => {
  const { clock, server, channel, root, workspace, handle, texts } = await behindProxy();
  const live = { kind: 'live', via: 'polling' };
  expect({ session: workspace.connection.get(), channel: handle.connection.get() }).toEqual({
    session: live,
    channel: live,
  });
  expect(workspace.session.get().channels.get('C1AA')?.name).toBe('general');
  expect(texts()).toEqual(['root']);

  channel.post({ user: 'U2', text: 'theirs' });
  handle.send('mine');
  await clock.advance(10);
  expect(texts()).toEqual(['root', 'theirs', 'mine']);
  expect(handle.store.get().pending).toEqual([]);

  await handle.openThread(root);
  channel.post({ user: 'U2', text: 'reply', threadTs: root });
  handle.typing(root);
  workspace.drafts.set('C1AA', null, 'half a');
  await clock.advance(3_000);
  expect(visibleThread(handle.store.get(), root)?.map(({ text }) => text)).toEqual(['root', 'reply']);
  expect(server.saidInChannels).toContainEqual({ type: 'typing', thread_ts: root });
  expect(server.said).toContainEqual(expect.objectContaining({ type: 'draft' }));
  expectSameAsFetch(handle.store.get(), channel);
});

test('a change of the sidebar comes with the next poll, and an unchanged one is not sent again', async () => {
  const { clock, server, workspace, polls } = await behindProxy();
  const booted = workspace.session.get();
  const before = polls();
  await clock.advance(4_000);
  expect(workspace.session.get()).toBe(booted);
  server.channels.get('C1AA')?.rename('U2', 'renamed');
  await clock.advance(2_000);
  expect(workspace.session.get().channels.get('C1AA')?.name).toBe('renamed');
  // Two connections, every two seconds; nothing is said that nobody asked for.
  expect(polls() - before).toBe(6);
});

test('a request that fails loses nothing: what was sent is sent again, once', async () => {
  const { clock, server, channel, handle, texts } = await behindProxy();
  server.isPrompt = false;
  handle.send('mine');
  await clock.advance(10);
  // The server has dealt with it, and the answer is lost.
  for (const request of server.held.splice(0)) request.fail();
  server.isPrompt = true;
  await clock.advance(5_000);
  expect(texts()).toEqual(['root', 'mine']);
  expect(channel.listed()).toHaveLength(2);
});

test('when sockets open again it goes back to them without losing anything', async () => {
  const { clock, server, channel, handle, texts, workspace } = await behindProxy();
  server.blocksSockets = false;
  await clock.advance(30_000);
  expect(workspace.connection.get()).toEqual({ kind: 'live', via: 'polling' });
  channel.post({ user: 'U2', text: 'before' });
  await clock.advance(31_000);
  const live = { kind: 'live', via: 'socket' };
  expect([workspace.connection.get(), handle.connection.get()]).toEqual([live, live]);
  channel.post({ user: 'U2', text: 'after' });
  await clock.settle();
  expect(texts()).toEqual(['root', 'before', 'after']);
  const polls = server.calls.length;
  await clock.advance(20_000);
  expect(server.calls).toHaveLength(polls);
});

test('no channel that nobody shows is polled for long', async () => {
  const { clock, server, handle } = await behindProxy();
  handle.close();
  await clock.advance(5_000);
  const before = server.calls.filter(({ method }) => method === 'channels').length;
  await clock.advance(20_000);
  expect(server.calls.filter(({ method }) => method === 'channels')).toHaveLength(before);
});

test('a channel that is not the person’s to read is gone', async () => {
  const { clock, workspace } = await behindProxy();
  const handle = workspace.openChannel('C9ZZ');
  await clock.advance(1_000);
  expect(handle.connection.get()).toEqual({ kind: 'gone', reason: 'no_access' });
});
