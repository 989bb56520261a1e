import { expect, test } from 'vitest';
import { closeCodes } from '../../shared/protocol/sockets.ts';
import { sidebarChannel } from '../testing/fake-session.ts';
import { expectSameAsFetch } from '../testing/same-as-fetch.ts';
import { showChannel } from '../testing/show-channel.ts';

test('the first connection brings the newest page, and the next one resumes where it was', async () => {
  const { clock, server, channel, texts, socket } = await showChannel({ history: 12 });
  expect(texts()).toHaveLength(10);
  expect(socket().url.searchParams.get('epoch')).toBeNull();
  const { seq } = channel;
  socket().cut();
  channel.post({ user: 'U2', text: 'meanwhile' });
  await clock.advance(1_000);
  expect(Object.fromEntries(socket().url.searchParams)).toMatchObject({
    protocol: '1',
    epoch: 'epoch-0',
    seq: `${seq}`,
  });
  expect(texts()).toHaveLength(11);
  expect(texts().at(-1)).toBe('meanwhile');
  expect(server.sockets).toHaveLength(3);
});

test('what cannot be resumed is thrown away for a snapshot', async () => {
  const { clock, channel, state, texts, socket } = await showChannel({ history: 12 });
  socket().cut();
  for (let count = 0; count < 15; count += 1) channel.post({ user: 'U2', text: `new ${count}` });
  channel.trimmed = channel.seq;
  await clock.advance(1_000);
  expect(texts()).toEqual(Array.from({ length: 10 }, (_, count) => `new ${count + 5}`));
  expect(state()).toMatchObject({ generation: 2, hasOlder: true });
});

test('a gap in the numbers makes it resume rather than go on', async () => {
  const { clock, server, channel, state, socket } = await showChannel();
  const first = socket();
  first.push({ type: 'events', seq: channel.seq + 2, events: [] });
  await clock.settle();
  expect(first.isOpen).toBe(false);
  await clock.advance(1_000);
  expect(socket().url.searchParams.get('seq')).toBe(String(channel.seq));
  expectSameAsFetch(state(), channel);
  expect(server.openSockets).toHaveLength(2);
});

test.each(['not json', '{"type":"events"}', '{"type":"hello","protocol":1,"epoch":"e","seq":1,"resumed":false}'])(
  'a frame that is not of the protocol makes it begin afresh: %s',
  async (text) => {
    const { clock, channel, state, socket } = await showChannel({ history: 3 });
    socket().push(text);
    await clock.advance(1_000);
    expect(socket().url.searchParams.get('epoch')).toBeNull();
    expectSameAsFetch(state(), channel);
  },
);

test('an import into the past brings a fresh snapshot', async () => {
  const { clock, channel, state, texts } = await showChannel({ history: 3 });
  channel.importMessage('U2', 'years ago');
  await clock.advance(1_000);
  expect(texts()).toEqual(['years ago', 'old 0', 'old 1', 'old 2']);
  expectSameAsFetch(state(), channel);
});

test('messages are sent when what was missed is here, so that none is sent that arrived before', async () => {
  const { clock, server, channel, handle, socket } = await showChannel();
  server.isPrompt = false;
  handle.send('mine');
  // The server gets it, and the connection breaks before its event is back.
  socket().deliverToServer();
  socket().cut();
  await clock.advance(1_000);
  server.deliverAll();
  await clock.settle();
  const sent: string[] = [];
  const connection = socket();
  const send = connection.send.bind(connection);
  connection.send = (text) => {
    sent.push(text);
    send(text);
  };
  connection.deliverToClient(1);
  expect(handle.connection.get()).toEqual({ kind: 'live', via: 'socket' });
  expect(handle.store.get().pending).toMatchObject([{ text: 'mine', status: 'queued' }]);
  connection.deliverToClient(1);
  expect(handle.store.get().pending).toEqual([]);
  expect(sent).toEqual([]);
  expect(channel.listed().map(({ text }) => text)).toEqual(['mine']);
});

test('a message whose event was in the snapshot, or is only acknowledged, is done', async () => {
  const { clock, server, channel, handle, texts, socket } = await showChannel();
  for (const isLong of [false, true]) {
    server.isPrompt = false;
    handle.send(`mine ${isLong}`);
    socket().deliverToServer();
    socket().cut();
    // Beyond the page of a snapshot only the answer to the repeat can tell.
    for (let count = 0; count < (isLong ? 15 : 2); count += 1) channel.post({ user: 'U2', text: `theirs ${count}` });
    channel.trimmed = channel.seq;
    server.isPrompt = true;
    const stop = handle.store.subscribe(() => {
      const mine = `mine ${isLong}`;
      const isPending = handle.store.get().pending.some(({ text }) => text === mine);
      expect(isPending && texts().includes(mine)).toBe(false);
    });
    await clock.advance(1_000);
    stop();
    expect(handle.store.get().pending).toEqual([]);
    expect(texts().includes(`mine ${isLong}`)).toBe(!isLong);
  }
  const arrived = channel.listed().filter(({ user }) => user === 'U1');
  expect(arrived.map(({ text }) => text)).toEqual(['mine false', 'mine true']);
});

test('being removed from a private channel fails what was to be sent there', async () => {
  const { clock, server, handle, socket } = await showChannel();
  server.isPrompt = false;
  handle.send('mine');
  socket().cut(closeCodes.noAccess);
  await clock.settle();
  expect(handle.connection.get()).toEqual({ kind: 'gone', reason: 'no_access' });
  expect(handle.store.get().pending).toMatchObject([{ status: 'failed', error: 'channel_not_found' }]);
});

test('whoever is let in again is connected again, whichever of the sidebar and the socket heard of it first', async () => {
  const { clock, server, handle, socket } = await showChannel();
  const session = server.openSockets.find(({ url }) => url.pathname.endsWith('/session'));
  const tell = async (frame: object) => {
    session?.push(frame);
    session?.deliverToClient();
    await clock.settle();
  };
  await tell({ type: 'channel_gone', channel: 'C1AA' });
  socket().cut(closeCodes.noAccess);
  await clock.advance(60_000);
  expect(handle.connection.get().kind).toBe('gone');
  await tell({ type: 'channel', channel: sidebarChannel('C1AA') });
  expect(handle.connection.get().kind).toBe('live');

  await tell({ type: 'channel_gone', channel: 'C1AA' });
  await tell({ type: 'channel', channel: sidebarChannel('C1AA') });
  socket().cut(closeCodes.noAccess);
  await clock.advance(3_000);
  expect(handle.connection.get().kind).toBe('live');
});

test('an error frame fails the message that was on its way, and the connection goes on', async () => {
  const { clock, server, handle, texts, socket } = await showChannel();
  server.isPrompt = false;
  handle.send('odd');
  handle.send('even');
  socket().push({ type: 'error', error: 'malformed_frame' });
  socket().deliverToClient();
  expect(handle.store.get().pending).toMatchObject([{ status: 'failed', error: 'malformed_frame' }, { text: 'even' }]);
  server.isPrompt = true;
  server.deliverAll();
  await clock.settle();
  expect(texts()).toContain('even');
});
