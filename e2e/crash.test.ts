import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ChannelHandle } from '../client/index.ts';
import { callApi, createMember, createOwner, openLive, until, type Member } from './harness/member.ts';
import { startServer, type TestServer } from './harness/server.ts';

let server: TestServer;
let ann: Member;
let bob: Member;

beforeAll(async () => {
  server = await startServer({ env: { POSTS_PER_SECOND: '1000' } });
  ann = await createOwner(server, 'ann@example.com');
  bob = await createMember(server, 'bob@example.com', ann);
});

afterAll(async () => {
  ann.workspace.close();
  bob.workspace.close();
  await server.stop();
});

const texts = (channel: ChannelHandle) => [...channel.store.get().messages].map(({ text }) => text);

/** Everything that was sent, as the server has it, oldest first. */
async function history(channel: string): Promise<{ text: string; ts: string; client_msg_id?: string }[]> {
  const token = await ann.auth.accessToken();
  const { messages } = await callApi(server, 'conversations.history', token, { channel, limit: 999 });
  return (messages as { text: string; ts: string }[]).toReversed();
}

test('kill -9 during a burst loses nothing that was acknowledged, and what was pending completes, once, in one order', async () => {
  const { id } = await ann.workspace.createChannel('burst');
  await bob.workspace.join(id);
  const [a, b] = [await openLive(ann, id), await openLive(bob, id)];
  const sent: string[] = [];
  const acknowledged = new Set<string>();
  const noteAcknowledged = () => {
    for (const { client_msg_id: own } of a.store.get().messages) if (own !== undefined) acknowledged.add(own);
  };

  for (const kill of [1, 2, 3]) {
    for (let i = 0; i < 100; i += 1) {
      sent.push(a.send(`ann ${kill}.${i}`), b.send(`bob ${kill}.${i}`));
    }
    // In the middle: some of the burst is acknowledged, some is not.
    await until(a.store, ({ messages }) => [...messages].some(({ text }) => text === `ann ${kill}.20`));
    noteAcknowledged();
    await server.kill();
    noteAcknowledged();
    expect(a.store.get().pending.length + b.store.get().pending.length).toBeGreaterThan(0);
    await server.start();
    await Promise.all([a, b].map((channel) => until(channel.store, ({ pending }) => pending.length === 0)));
  }

  const target = await history(id);
  const newest = target.at(-1)?.ts ?? '';
  await Promise.all([a, b].map((channel) => until(channel.store, ({ messages }) => messages.has(newest))));
  const own = target.filter(({ client_msg_id }) => client_msg_id !== undefined);
  expect(own.map(({ client_msg_id }) => client_msg_id).toSorted()).toEqual(sent.toSorted());
  expect(acknowledged.size).toBeGreaterThan(0);
  expect(target.map(({ ts }) => ts)).toEqual(target.map(({ ts }) => ts).toSorted());
  const count = Math.min(texts(a).length, texts(b).length, target.length);
  expect(texts(a).slice(-count)).toEqual(target.slice(-count).map(({ text }) => text));
  expect(texts(b).slice(-count)).toEqual(target.slice(-count).map(({ text }) => text));
  for (const who of ['ann', 'bob']) {
    const inOrder = own.filter(({ text }) => text.startsWith(who)).map(({ text }) => text);
    expect(inOrder).toEqual([1, 2, 3].flatMap((kill) => Array.from({ length: 100 }, (_, i) => `${who} ${kill}.${i}`)));
  }
}, 180_000);

test('a message reaches the other while both look, and the sidebar of one who does not', async () => {
  const { id } = await ann.workspace.createChannel('quick');
  await bob.workspace.join(id);
  const a = await openLive(ann, id);
  const b = await openLive(bob, id);
  a.send('there in no time');
  await until(b.store, ({ messages }) => [...messages].some(({ text }) => text === 'there in no time'));
  b.close();
  const marked = until(bob.workspace.session, ({ channels }) => channels.get(id)?.has_unread === true);
  a.send('while you were away');
  await marked;
});
