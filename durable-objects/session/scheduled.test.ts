import { evictDurableObject, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { and, eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { users } from '../../migrations/shard/schema.ts';
import { openShard } from '../../migrations/shards.ts';
import { ChannelObject } from '../channel/channel.ts';
import { TestSocket } from '../testing/socket.ts';
import { day, hour, minute, passTime, ring, setClock } from '../testing/time.ts';
import { ann, bob, newChannel, newWorkspace } from '../testing/workspace.ts';
import type { Planned } from './scheduled.ts';
import { sessionOf } from './stub.ts';

let workspace: string;
let channel: Awaited<ReturnType<typeof newChannel>>;
beforeEach(async () => {
  workspace = await newWorkspace();
  channel = await newChannel(workspace);
  setClock('2030-03-01T12:00:00Z');
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const bobs = () => sessionOf(env, workspace, bob.userId);
const stub = () => env.SESSION.getByName(`${workspace}:${bob.userId}`);
const inSeconds = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;
const plan = (text: string, postAt: number, more: Partial<Planned> = {}): Planned => ({
  channel: channel.id,
  content: { text },
  threadTs: null,
  broadcast: false,
  postAt,
  ...more,
});

async function schedule(text: string, postAt: number, more: Partial<Planned> = {}): Promise<string> {
  const answer = await bobs().schedule(plan(text, postAt, more));
  if (!answer.ok) throw new Error(answer.error);
  return answer.scheduled.id;
}

async function texts(): Promise<string[]> {
  const history = await channel.channel.history(ann, { limit: 1000 });
  if (!history.ok) throw new Error(history.error);
  return history.messages.filter(({ subtype }) => subtype === undefined).map(({ text }) => text);
}

const errors = async () => (await bobs().scheduledMessages()).map(({ error }) => error);
const activity = async () =>
  (await bobs().activity({ after: null, limit: 50, kinds: null })).entries.map(({ item }) => item);
const changeBob = (changes: Partial<typeof users.$inferInsert>) =>
  openShard(env, 'SHARD_1')
    .update(users)
    .set(changes)
    .where(and(eq(users.workspaceId, workspace), eq(users.id, bob.userId)));

test('a scheduled message is posted at its time, once, and devices learn that the list has changed', async () => {
  const phone = await TestSocket.open(stub(), bob);
  await phone.frame('boot');
  await schedule('later', inSeconds(60));
  await schedule('much later', inSeconds(600));
  await ring(stub());
  expect(await texts()).toEqual([]);
  passTime(minute);
  await ring(stub());
  await ring(stub());
  expect(await texts()).toEqual(['later']);
  expect((await bobs().scheduledMessages()).map(({ content }) => content.text)).toEqual(['much later']);
  const stale = () => phone.frames.filter(({ type }) => type === 'stale');
  await phone.until(() => stale()[2]);
  expect(stale()).toEqual(Array.from({ length: 3 }, () => ({ type: 'stale', what: 'scheduled' })));
});

test('it survives a restart', async () => {
  await schedule('later', inSeconds(60));
  await evictDurableObject(stub());
  passTime(minute);
  expect(await ring(stub())).toBe(true);
  expect(await texts()).toEqual(['later']);
});

test('a crash between posting and forgetting posts it once', async () => {
  const id = await schedule('later', inSeconds(60));
  passTime(minute);
  // What the crash left: it is posted, and the row still says that it is to be.
  await channel.channel.post(bob, { text: 'later', clientMsgId: `scheduled-${id}` });
  await ring(stub());
  expect(await texts()).toEqual(['later']);
  expect(await bobs().scheduledMessages()).toEqual([]);
});

test('two alarms at once post it once', async () => {
  await schedule('one', inSeconds(60));
  await schedule('two', inSeconds(61));
  passTime(2 * minute);
  await runInDurableObject(stub(), async (object) => {
    await Promise.all([object.alarm(), object.alarm()]);
  });
  expect((await texts()).toSorted()).toEqual(['one', 'two']);
  expect(await errors()).toEqual([]);
});

test('a clock that jumps back delays nothing for good, and one that jumps ahead posts once', async () => {
  await schedule('later', inSeconds(60));
  passTime(-day);
  await ring(stub());
  expect(await texts()).toEqual([]);
  passTime(400 * day);
  await ring(stub());
  passTime(-400 * day);
  await ring(stub());
  expect(await texts()).toEqual(['later']);
});

test('messages that are due together are posted in the order of their times', async () => {
  await schedule('second', inSeconds(61));
  await schedule('first', inSeconds(60));
  await schedule('third', inSeconds(62));
  passTime(hour);
  await ring(stub());
  expect((await texts()).toReversed()).toEqual(['first', 'second', 'third']);
});

test('a reply goes to its thread', async () => {
  const root = await channel.channel.post(ann, { text: 'root' });
  if (!root.ok) throw new Error(root.error);
  await schedule('reply', inSeconds(60), { threadTs: root.ts, broadcast: true });
  passTime(minute);
  await ring(stub());
  const replies = await channel.channel.replies(ann, root.ts, { limit: 10 });
  expect(replies).toMatchObject({ messages: [{ text: 'root' }, { text: 'reply', subtype: 'thread_broadcast' }] });
});

test('a person who was deactivated in the meantime posts nothing; the message stays, with its error, and they are told', async () => {
  const id = await schedule('later', inSeconds(60));
  await changeBob({ deactivated: true });
  passTime(minute);
  await ring(stub());
  await ring(stub());
  expect(await texts()).toEqual([]);
  expect(await bobs().scheduledMessages()).toMatchObject([{ id, error: 'account_inactive' }]);
  expect(await activity()).toEqual([
    {
      id: expect.stringContaining(id),
      kind: 'unscheduled',
      channel: channel.id,
      text: 'account_inactive',
      at: Date.now(),
    },
  ]);
  // Back again, they can send it at another time.
  await changeBob({ deactivated: false });
  await bobs().reschedule(channel.id, id, { postAt: inSeconds(60) });
  passTime(minute);
  await ring(stub());
  expect(await texts()).toEqual(['later']);
});

test('one that the channel refuses stays, with the reason', async () => {
  await schedule('later', inSeconds(60));
  await channel.channel.kick(ann, bob.userId);
  passTime(minute);
  await ring(stub());
  expect(await errors()).toEqual(['not_in_channel']);
  expect(await activity()).toMatchObject([{ kind: 'unscheduled', text: 'not_in_channel' }]);
});

test('it is posted with the role that the person has then', async () => {
  const post = vi.spyOn(ChannelObject.prototype, 'post');
  await schedule('later', inSeconds(60));
  await changeBob({ role: 'admin' });
  passTime(minute);
  await ring(stub());
  expect(post.mock.calls[0]?.[0]).toEqual({ userId: bob.userId, role: 'admin' });
});

test('a channel that does not answer holds up no other, and is tried again; meanwhile nobody can take the message back', async () => {
  const other = await newChannel(workspace);
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const post = vi.spyOn(ChannelObject.prototype, 'post').mockRejectedValueOnce(new Error('unreachable'));
  const id = await schedule('later', inSeconds(60));
  await schedule('elsewhere', inSeconds(61), { channel: other.id });
  passTime(2 * minute);
  await ring(stub());
  expect(post).toHaveBeenCalledTimes(2);
  expect(await bobs().scheduledMessages()).toMatchObject([{ id, error: null }]);
  // Nobody knows whether it was posted.
  expect(await bobs().unschedule(channel.id, id)).toEqual({ ok: false, error: 'invalid_scheduled_message_id' });
  expect(await bobs().reschedule(channel.id, id, { text: 'new' })).toMatchObject({ ok: false });
  await ring(stub());
  expect(post).toHaveBeenCalledTimes(2);
  passTime(10_000);
  await ring(stub());
  expect(await texts()).toEqual(['later']);
});

/** The channel posts the message, and its answer is lost. */
function loseAnswer() {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const { post } = ChannelObject.prototype;
  vi.spyOn(ChannelObject.prototype, 'post').mockImplementationOnce(async function (this: ChannelObject, ...args) {
    await post.apply(this, args);
    throw new Error('lost');
  });
}

test.each([
  ['left the channel', () => channel.channel.leave(bob)],
  ['was deactivated', () => changeBob({ deactivated: true })],
])('one that was posted is not reported as unsent because its author %s since', async (_what, happens) => {
  loseAnswer();
  await schedule('later', inSeconds(60));
  passTime(minute);
  await ring(stub());
  expect(await texts()).toEqual(['later']);
  expect(await bobs().scheduledMessages()).toHaveLength(1);
  await happens();
  passTime(10_000);
  await ring(stub());
  expect(await bobs().scheduledMessages()).toEqual([]);
  expect(await activity()).toEqual([]);
});

test('one that was not posted, as its channel says after its author has left, can be changed', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  vi.spyOn(ChannelObject.prototype, 'post').mockRejectedValueOnce(new Error('unreachable'));
  const id = await schedule('old', inSeconds(60));
  passTime(minute);
  await ring(stub());
  await channel.channel.leave(bob);
  passTime(10_000);
  await ring(stub());
  expect(await errors()).toEqual(['not_in_channel']);
  await channel.channel.join(bob);
  await bobs().reschedule(channel.id, id, { text: 'new', postAt: inSeconds(60) });
  passTime(minute);
  await ring(stub());
  expect(await texts()).toEqual(['new']);
});

test('one that comes too fast for the channel is posted when the channel lets it', async () => {
  const post = vi.spyOn(ChannelObject.prototype, 'post');
  post.mockResolvedValueOnce({ ok: false, error: 'ratelimited', retryAfter: 20 });
  const id = await schedule('later', inSeconds(60));
  passTime(minute);
  await ring(stub());
  expect(await errors()).toEqual([null]);
  // It was certainly not posted: it can still be changed.
  await bobs().reschedule(channel.id, id, { text: 'changed', postAt: inSeconds(15) });
  passTime(20_000);
  await ring(stub());
  expect(await texts()).toEqual(['changed']);
});

test('when the directory does not answer, nothing is lost and nothing is posted', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  await schedule('later', inSeconds(60));
  passTime(minute);
  const fail = vi.spyOn(env.SHARD_1, 'prepare').mockImplementation(() => {
    throw new Error('unreachable');
  });
  await ring(stub());
  fail.mockRestore();
  expect(await errors()).toEqual([null]);
  passTime(minute);
  expect(await ring(stub())).toBe(true);
  expect(await texts()).toEqual(['later']);
});

test('a changed message says what it says now, without the blocks that said the old', async () => {
  const blocks = [{ type: 'section' }];
  const id = await schedule('old', inSeconds(60), { content: { text: 'old', blocks } });
  expect(await bobs().reschedule(channel.id, id, { postAt: inSeconds(90) })).toMatchObject({
    scheduled: { content: { text: 'old', blocks }, postAt: inSeconds(90) },
  });
  await bobs().reschedule(channel.id, id, { text: 'new' });
  passTime(90_000);
  await ring(stub());
  const history = await channel.channel.history(ann, { limit: 1 });
  expect(history).toMatchObject({ messages: [{ text: 'new' }] });
  expect(JSON.stringify(history)).not.toContain('section');
});

test('one that was taken back is not posted', async () => {
  const id = await schedule('later', inSeconds(60));
  expect(await bobs().unschedule('C0OTHER', id)).toEqual({ ok: false, error: 'invalid_scheduled_message_id' });
  expect(await bobs().unschedule(channel.id, id)).toEqual({ ok: true });
  expect(await bobs().unschedule(channel.id, id)).toEqual({ ok: false, error: 'invalid_scheduled_message_id' });
  passTime(minute);
  await ring(stub());
  expect(await texts()).toEqual([]);
});

test.each([
  ['a time that is over', () => plan('x', inSeconds(0)), 'time_in_past'],
  ['a time in 121 days', () => plan('x', inSeconds(121 * 24 * 3600)), 'time_too_far'],
  ['nothing to say', () => plan(' ', inSeconds(60)), 'no_text'],
  ['too much to say', () => plan('x'.repeat(40_001), inSeconds(60)), 'msg_too_long'],
])('%s is refused', async (_what, planned, error) => {
  expect(await bobs().schedule(planned())).toEqual({ ok: false, error });
});

test('all together are no longer than an answer can be', async () => {
  const text = 'x'.repeat(40_000);
  await schedule('first', inSeconds(60));
  await runInDurableObject(stub(), (_object, { storage }) => {
    storage.sql.exec('UPDATE scheduled SET content = ?', JSON.stringify({ text: text.repeat(50).slice(0, 1_990_000) }));
    for (let n = 0; n < 3; n += 1) {
      storage.sql.exec(
        `INSERT INTO scheduled SELECT ?, channel, content, thread_ts, broadcast, post_at, created, next, tries, attempted, error
         FROM scheduled LIMIT 1`,
        `Q${n}`,
      );
    }
  });
  const answer = await bobs().schedule(plan(text, inSeconds(3600), { channel: 'C0OTHER' }));
  expect(answer).toEqual({ ok: false, error: 'restricted_too_many' });
  expect(await bobs().schedule(plan('short', inSeconds(3600), { channel: 'C0OTHER' }))).toMatchObject({ ok: true });
});

test('a channel takes thirty messages within five minutes, other channels and other times more', async () => {
  const base = Math.ceil(inSeconds(3600) / 300) * 300;
  for (let n = 0; n < 30; n += 1) await schedule(`${n}`, base + n);
  expect(await bobs().schedule(plan('31', base + 31))).toEqual({ ok: false, error: 'restricted_too_many' });
  expect(await bobs().schedule(plan('later', base + 300))).toMatchObject({ ok: true });
  expect(await bobs().schedule(plan('other', base, { channel: 'C0OTHER' }))).toMatchObject({ ok: true });
});
