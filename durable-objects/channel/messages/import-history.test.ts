import { runInDurableObject } from 'cloudflare:test';
import { beforeAll, expect, test } from 'vitest';
import type { Message } from '../../../shared/message.ts';
import { ann, bob, newChannel, newWorkspace } from '../../testing/workspace.ts';

let workspace: string;
beforeAll(async () => {
  workspace = await newWorkspace();
});

const message = (ts: string, fields: Partial<Message> = {}): Message => ({
  type: 'message',
  user: 'UANN',
  text: `at ${ts}`,
  ts,
  ...fields,
});
const batch = (messages: Message[]) => ({ messages, pins: [], members: [] });

test('messages keep their ids, order, edits, reactions and files, and repeating the import changes nothing', async () => {
  const { channel } = await newChannel(workspace);
  const messages = [
    message('1433558319.000002', { reactions: [{ name: '+1::skin-tone-3', users: ['UBOB', 'UANN'], count: 2 }] }),
    message('1433558319.000001', { edited: { user: 'UANN', ts: '1433558400.000000' } }),
    message('1433558320.000000', { subtype: 'file_share', files: [{ id: 'F1', name: 'a.png', size: 3 }] }),
  ];
  expect(await channel.importHistory(batch(messages))).toEqual({ added: 3, present: 0 });
  const page = await channel.history(ann, { limit: 9 });
  expect(page).toMatchObject({
    messages: [
      { ts: '1433558320.000000', files: [{ id: 'F1', name: 'a.png', size: 3 }] },
      { ts: '1433558319.000002', reactions: [{ name: '+1::skin-tone-3', users: ['UBOB', 'UANN'], count: 2 }] },
      { ts: '1433558319.000001', edited: { user: 'UANN', ts: '1433558400.000000' } },
    ],
  });
  expect(await channel.importHistory(batch(messages))).toEqual({ added: 0, present: 3 });
  expect(await channel.history(ann, { limit: 9 })).toEqual(page);
});

test('replies that come before their root, and a root that never comes, are one thread each', async () => {
  const { channel } = await newChannel(workspace);
  await channel.importHistory(
    batch([
      message('20.000002', { thread_ts: '20.000001', user: 'UBOB' }),
      message('30.000002', { thread_ts: '30.000001', user: 'UBOB' }),
    ]),
  );
  await channel.importHistory(batch([message('20.000001', { thread_ts: '20.000001', text: 'the root' })]));
  expect(await channel.history(ann, { limit: 9 })).toMatchObject({
    messages: [
      { ts: '30.000001', subtype: 'tombstone', reply_count: 1 },
      { ts: '20.000001', text: 'the root', reply_count: 1, reply_users: ['UBOB'], latest_reply: '20.000002' },
    ],
  });
  expect(await channel.importHistory(batch([message('20.000001', { text: 'another root' })]))).toEqual({
    added: 0,
    present: 1,
  });
});

test('nobody finds years of history unread, and what was unread before stays so', async () => {
  const { channel } = await newChannel(workspace);
  await channel.importHistory(batch([message('10.000001', { user: 'UCAT' })]));
  expect(await channel.mark(bob, '10.000001')).toMatchObject({ hasUnread: false });
  const caughtUp = await channel.info(bob);
  expect(caughtUp).toMatchObject({ lastRead: '10.000001' });
  await channel.post(ann, { text: 'new' });
  await channel.importHistory(batch([message('11.000001', { user: 'UCAT' })]));
  expect(await channel.info(bob)).toMatchObject({ lastRead: '10.000001' });
});

test('people come in without a line each, pins hang on their messages', async () => {
  const { channel } = await newChannel(workspace, undefined, 'private');
  await channel.importHistory({
    messages: [message('10.000001')],
    pins: [
      { ts: '10.000001', user: 'UANN', created: 5 },
      { ts: '99.000001', user: 'UANN', created: 5 },
    ],
    members: ['UCAT', 'UBOB'],
  });
  expect(await channel.history(ann, { limit: 9 })).toMatchObject({
    pinCount: 1,
    messages: [{ pinned_to: [expect.any(String)] }],
  });
  expect(await channel.members(ann, { limit: 9 })).toMatchObject({ members: ['UANN', 'UBOB', 'UCAT'] });
});

test('what an import brings calls whom it names, and tells nobody of each', async () => {
  const { channel, stub } = await newChannel(workspace);
  await channel.post(ann, { text: 'new' });
  await channel.importHistory(
    batch([
      message('10.000001', { text: 'hello <@UBOB>' }),
      message('10.000002', { text: '<!channel> all', user: 'UCAT' }),
      message('10.000003', { text: '<@UBOB> in a thread', thread_ts: '10.000001' }),
      message('10.000004', { text: '<@UBOB> has joined', subtype: 'channel_join', user: 'UBOB' }),
      message('10.000005', { text: 'I, <@UBOB>', user: 'UBOB' }),
    ]),
  );
  expect(await channel.mark(bob, '1.000000')).toMatchObject({ mentions: 2 });
  expect(await channel.mark(bob, '10.000001')).toMatchObject({ mentions: 1 });
  expect(await channel.mark(bob, '10.000002')).toMatchObject({ mentions: 0, hasUnread: true });
  await runInDurableObject(stub, (_object, { storage }) => {
    expect(storage.sql.exec('SELECT * FROM notices').toArray()).toEqual([]);
  });
});
