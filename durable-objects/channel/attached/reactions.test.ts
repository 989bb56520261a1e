import { runInDurableObject } from 'cloudflare:test';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { Message } from '../../../shared/message.ts';
import { TestSocket } from '../../testing/socket.ts';
import { ann, bob, cat, newChannel, newWorkspace } from '../../testing/workspace.ts';
import type { ChannelRpc } from '../channel-rpc.ts';
import { maxReactionKinds } from './reactions.ts';

let workspace: string;
let channel: ChannelRpc;
let ts: string;
beforeAll(async () => {
  workspace = await newWorkspace();
});
beforeEach(async () => {
  ({ channel } = await newChannel(workspace));
  ts = await post('a message');
});

async function post(text: string, more = {}): Promise<string> {
  const posted = await channel.post(ann, { text, ...more });
  if (!posted.ok) throw new Error(posted.error);
  return posted.ts;
}

async function reactionsOf(at = ts): Promise<unknown> {
  const answer = await channel.message(ann, at);
  if (!answer.ok) throw new Error(answer.error);
  return Message.parse(answer.message).reactions;
}

test('reactions are grouped by kind, in the order of their first use, and gone when the last is taken back', async () => {
  expect(await channel.react(bob, { ts, name: 'wave' })).toEqual({ ok: true });
  expect(await channel.react(ann, { ts, name: 'tada' })).toEqual({ ok: true });
  expect(await channel.react(ann, { ts, name: 'wave' })).toEqual({ ok: true });
  expect(await reactionsOf()).toEqual([
    { name: 'wave', users: ['UBOB', 'UANN'], count: 2 },
    { name: 'tada', users: ['UANN'], count: 1 },
  ]);
  await channel.unreact(bob, { ts, name: 'wave' });
  expect(await reactionsOf()).toEqual([
    { name: 'wave', users: ['UANN'], count: 1 },
    { name: 'tada', users: ['UANN'], count: 1 },
  ]);
  await channel.unreact(ann, { ts, name: 'wave' });
  await channel.react(bob, { ts, name: 'wave' });
  expect(await reactionsOf()).toMatchObject([{ name: 'tada' }, { name: 'wave' }]);
  await channel.unreact(bob, { ts, name: 'wave' });
  await channel.unreact(ann, { ts, name: 'tada' });
  expect(await reactionsOf()).toBeUndefined();
});

test('the event names the message, its author, and all of its reactions', async () => {
  const { channel: other, stub } = await newChannel(workspace);
  channel = other;
  ts = await post('with a socket');
  const reply = await post('a reply', { threadTs: ts });
  const both = await post('a reply for all', { threadTs: ts, broadcast: true });
  const socket = await TestSocket.open(stub, bob, { query: `&threads=${ts}` });
  await socket.frame('hello');
  await channel.react(bob, { ts, name: 'wave' });
  await channel.react(ann, { ts, name: 'wave' });
  await channel.unreact(bob, { ts, name: 'wave' });
  await channel.react(bob, { ts: reply, name: '+1::skin-tone-3' });
  await channel.react(bob, { ts: both, name: 'eyes' });
  await socket.event((event) => event['reaction'] === 'eyes');
  const [first, second, third, onReply, onBoth] = socket.events();
  const wave = (...users: string[]) => [{ name: 'wave', users, count: users.length }];
  expect(first).toMatchObject({
    type: 'reaction_added',
    user: 'UBOB',
    reaction: 'wave',
    item: { type: 'message', ts },
    item_user: 'UANN',
    reactions: wave('UBOB'),
  });
  expect(first?.['item']).not.toHaveProperty('thread_ts');
  expect(second).toMatchObject({ type: 'reaction_added', reactions: wave('UBOB', 'UANN') });
  expect(third).toMatchObject({ type: 'reaction_removed', user: 'UBOB', reactions: wave('UANN') });
  expect(onReply).toMatchObject({ item: { ts: reply, thread_ts: ts } });
  expect(onBoth?.['item']).toEqual(expect.not.objectContaining({ thread_ts: ts }));
});

test('one reacts once in each way, and takes back only what is there', async () => {
  await channel.react(bob, { ts, name: 'wave' });
  expect(await channel.react(bob, { ts, name: 'wave' })).toEqual({ ok: false, error: 'already_reacted' });
  expect(await channel.unreact(ann, { ts, name: 'wave' })).toEqual({ ok: false, error: 'no_reaction' });
  expect(await reactionsOf()).toEqual([{ name: 'wave', users: ['UBOB'], count: 1 }]);
});

test('a message takes fifty kinds, and any number of each', async () => {
  for (let i = 0; i < maxReactionKinds; i += 1) await channel.react(ann, { ts, name: `kind-${i}` });
  expect(await channel.react(ann, { ts, name: 'one-more' })).toEqual({ ok: false, error: 'too_many_emoji' });
  expect(await channel.react(bob, { ts, name: 'kind-7' })).toEqual({ ok: true });
});

test('of very many who reacted alike all are counted, and the first fifty named', async () => {
  const made = await newChannel(workspace);
  channel = made.channel;
  ts = await post('popular');
  await runInDurableObject(made.stub, (_object, { storage }) => {
    storage.sql.exec(
      `INSERT INTO reactions (message, name, user_id, position)
       WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
       SELECT (SELECT max(id) FROM messages), 'wave', printf('U%05d', 20000 - i), i FROM n`,
    );
  });
  await channel.react(bob, { ts, name: 'tada' });
  await channel.react(bob, { ts, name: 'wave' });
  const first = Array.from({ length: 50 }, (_, i) => `U${19_999 - i}`);
  expect(await reactionsOf()).toEqual([
    { name: 'wave', users: first, count: 20_001 },
    { name: 'tada', users: ['UBOB'], count: 1 },
  ]);
});

test('only members react, on what is there, in what is no archive', async () => {
  expect(await channel.react(cat, { ts, name: 'wave' })).toEqual({ ok: false, error: 'not_in_channel' });
  expect(await channel.react(bob, { ts: '1.000000', name: 'wave' })).toEqual({ ok: false, error: 'message_not_found' });
  await channel.react(bob, { ts, name: 'wave' });
  await channel.remove(ann, ts);
  for (const name of ['wave', 'tada']) {
    expect(await channel.react(bob, { ts, name })).toEqual({ ok: false, error: 'message_not_found' });
    expect(await channel.unreact(bob, { ts, name })).toEqual({ ok: false, error: 'message_not_found' });
  }
  const kept = await post('kept');
  await channel.archive(ann);
  expect(await channel.react(bob, { ts: kept, name: 'wave' })).toEqual({ ok: false, error: 'is_archived' });
});

test('what somebody reacted to is listed by their latest reaction, page by page, without what is gone', async () => {
  const second = await post('second');
  const third = await post('third');
  for (const each of [third, ts, second]) await channel.react(bob, { ts: each, name: 'wave' });
  await channel.react(bob, { ts: third, name: 'tada' });
  await channel.react(ann, { ts: second, name: 'tada' });
  const page = async (before: number, limit: number) => {
    const answer = await channel.reactedTo(cat, bob.userId, { before, limit });
    if (!answer.ok) throw new Error(answer.error);
    return answer.items;
  };
  const all = await page(Number.MAX_SAFE_INTEGER, 10);
  expect(all.map((item) => item.ts)).toEqual([third, second, ts]);
  const rest = await page(all[0]?.at ?? 0, 1);
  expect(rest.map((item) => item.ts)).toEqual([second]);
  await channel.remove(ann, second);
  expect((await page(Number.MAX_SAFE_INTEGER, 10)).map((item) => item.ts)).toEqual([third, ts]);
});
