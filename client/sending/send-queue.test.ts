import { expect, test } from 'vitest';
import type { SendFrame } from '../../shared/protocol/channel-socket.ts';
import { createMemoryQueueStorage, type QueueStorage } from './queue-storage.ts';
import { createSendQueue, QueueFullError } from './send-queue.ts';
import { createFakeClock } from '../testing/fake-clock.ts';

async function setUp({ storage = createMemoryQueueStorage(), capacity = 200, isLoaded = true } = {}) {
  const clock = createFakeClock();
  const queue = createSendQueue({ storage, clock, capacity, onChange: () => {} });
  if (isLoaded) await queue.load();
  const sent: SendFrame[] = [];
  /** How many messages each text had. */
  const sizes: number[] = [];
  const given = { up: 0 };
  const send = (frames: readonly SendFrame[]) => {
    sent.push(...frames);
    sizes.push(frames.length);
  };
  const transport = { send, giveUp: () => (given.up += 1) };
  const texts = () => sent.map(({ text }) => text);
  const statuses = (channel = 'C1') => queue.pending(channel).map(({ text, status }) => `${text} ${status}`);
  return { clock, storage, queue, sent, sizes, texts, statuses, transport, given };
}

test('messages leave in order: what waits goes together, when all that went before has been answered', async () => {
  const { queue, sizes, texts, statuses, transport } = await setUp();
  queue.attach('C1', transport);
  const ids = ['one', 'two', 'three'].map((text) => queue.enqueue('C1', { text }));
  expect(texts()).toEqual(['one']);
  expect(statuses()).toEqual(['one sending', 'two queued', 'three queued']);
  queue.settle(ids[0] ?? '');
  expect(statuses()).toEqual(['two sending', 'three sending']);
  ids.push(queue.enqueue('C1', { text: 'four' }));
  queue.settle(ids[1] ?? '');
  expect(statuses()).toEqual(['three sending', 'four queued']);
  for (const id of ids) queue.settle(id);
  expect(texts()).toEqual(['one', 'two', 'three', 'four']);
  expect(sizes).toEqual([1, 2, 1]);
  expect(statuses()).toEqual([]);
});

test('a text has as many messages as the server takes, in number and in bytes', async () => {
  const { queue, sent, sizes, transport } = await setUp();
  for (let count = 0; count < 60; count += 1) queue.enqueue('C1', { text: 'short' });
  for (let count = 0; count < 4; count += 1) queue.enqueue('C1', { text: '€'.repeat(39_000) });
  queue.attach('C1', transport);
  while (queue.isWaiting('C1')) for (const { client_msg_id: id } of [...sent]) queue.settle(id);
  expect(sizes).toEqual([50, 12, 2]);
});

test('each answer gives the rest time; one that never comes ends the connection', async () => {
  const { clock, queue, transport, given } = await setUp();
  const ids = ['one', 'two'].map((text) => queue.enqueue('C1', { text }));
  queue.attach('C1', transport);
  await clock.advance(14_000);
  queue.settle(ids[0] ?? '');
  await clock.advance(14_000);
  expect(given.up).toBe(0);
  await clock.advance(1_000);
  expect(given.up).toBe(1);
});

test('a frame has the id, the words, the blocks and the thread', async () => {
  const { queue, sent, transport } = await setUp();
  queue.attach('C1', transport);
  const blocks = [{ type: 'rich_text' }];
  const id = queue.enqueue('C1', { text: 'hi', blocks, threadTs: '1600000000.000000' });
  expect(sent).toEqual([{ type: 'send', client_msg_id: id, text: 'hi', blocks, thread_ts: '1600000000.000000' }]);
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test('channels do not wait for each other', async () => {
  const { queue, texts, transport } = await setUp();
  queue.attach('C1', transport);
  queue.attach('C2', transport);
  queue.enqueue('C1', { text: 'one' });
  queue.enqueue('C1', { text: 'two' });
  queue.enqueue('C2', { text: 'elsewhere' });
  expect(texts()).toEqual(['one', 'elsewhere']);
});

test('after a lost connection what was on its way is sent again first, under the same id', async () => {
  const { queue, sent, statuses, transport } = await setUp();
  queue.attach('C1', transport);
  queue.enqueue('C1', { text: 'one' });
  queue.enqueue('C1', { text: 'two' });
  queue.detach('C1');
  expect(statuses()).toEqual(['one queued', 'two queued']);
  queue.attach('C1', transport);
  expect(sent[1]).toEqual(sent[0]);
});

test('a full queue refuses, and keeps what it has', async () => {
  const { clock, queue, storage, statuses } = await setUp({ capacity: 2 });
  queue.enqueue('C1', { text: 'one' });
  queue.enqueue('C2', { text: 'two' });
  expect(() => queue.enqueue('C1', { text: 'three' })).toThrow(QueueFullError);
  expect(statuses()).toEqual(['one queued']);
  await clock.settle();
  expect((await storage.load()).map(({ text }) => text)).toEqual(['one', 'two']);
});

test('a refused message waits for its author, and the next one goes', async () => {
  const { clock, queue, texts, statuses, storage, transport } = await setUp();
  queue.attach('C1', transport);
  const id = queue.enqueue('C1', { text: 'one' });
  queue.enqueue('C1', { text: 'two' });
  queue.refuse({ client_msg_id: id, error: 'is_archived' });
  expect(texts()).toEqual(['one', 'two']);
  expect(statuses()).toEqual(['one failed', 'two sending']);
  expect(queue.pending('C1')[0]?.error).toBe('is_archived');
  await clock.settle();
  const next = await setUp({ storage });
  next.queue.attach('C1', next.transport);
  expect(next.statuses()).toEqual(['one failed', 'two sending']);
});

test('a failed message that is tried again goes after those that wait', async () => {
  const { queue, texts, transport } = await setUp();
  queue.attach('C1', transport);
  const first = queue.enqueue('C1', { text: 'one' });
  const second = queue.enqueue('C1', { text: 'two' });
  queue.enqueue('C1', { text: 'three' });
  queue.refuse({ client_msg_id: first, error: 'internal_error' });
  queue.retry(first);
  queue.settle(second);
  expect(queue.pending('C1').map(({ text, error }) => [text, error])).toEqual([
    ['three', undefined],
    ['one', undefined],
  ]);
  expect(texts()).toEqual(['one', 'two', 'three']);
});

test('only a failed message can be discarded, and it is given back', async () => {
  const { clock, queue, storage, transport } = await setUp();
  queue.attach('C1', transport);
  const id = queue.enqueue('C1', { text: 'one' });
  expect(queue.discard(id)).toBeNull();
  queue.refuse({ client_msg_id: id, error: 'msg_too_long' });
  expect(queue.discard(id)).toMatchObject({ text: 'one', error: 'msg_too_long' });
  expect(queue.discard(id)).toBeNull();
  await clock.settle();
  expect(await storage.load()).toEqual([]);
});

test('a rate limit holds the channel up, and nothing overtakes', async () => {
  const { clock, queue, texts, statuses, transport } = await setUp();
  const ids = ['one', 'two', 'three'].map((text) => queue.enqueue('C1', { text }));
  queue.attach('C1', transport);
  queue.settle(ids[0] ?? '');
  for (const id of ids.slice(1)) queue.refuse({ client_msg_id: id, error: 'ratelimited', retry_after: 4 });
  queue.enqueue('C1', { text: 'four' });
  await clock.advance(3_999);
  expect(texts()).toEqual(['one', 'two', 'three']);
  expect(statuses()).toEqual(['two queued', 'three queued', 'four queued']);
  await clock.advance(1);
  expect(texts().slice(3)).toEqual(['two', 'three', 'four']);
});

test('an answer that is missing after a rate limit is waited for, and no longer than any other', async () => {
  const { clock, queue, texts, transport, given } = await setUp();
  const ids = ['one', 'two'].map((text) => queue.enqueue('C1', { text }));
  queue.attach('C1', transport);
  queue.refuse({ client_msg_id: ids[0] ?? '', error: 'ratelimited', retry_after: 4 });
  await clock.advance(4_000);
  expect(texts()).toEqual(['one', 'two']);
  await clock.advance(15_000);
  expect(given.up).toBe(1);
});

test('a connection that takes a message and says nothing is given up', async () => {
  const { clock, queue, transport, given } = await setUp();
  queue.attach('C1', transport);
  const id = queue.enqueue('C1', { text: 'one' });
  await clock.advance(14_000);
  queue.settle(id);
  await clock.advance(60_000);
  expect(given.up).toBe(0);
  queue.enqueue('C1', { text: 'two' });
  await clock.advance(15_000);
  expect(given.up).toBe(1);
});

test('a message that no frame can hold fails without being sent', async () => {
  const { queue, texts, transport } = await setUp();
  queue.attach('C1', transport);
  queue.enqueue('C1', { text: '€'.repeat(90_000) });
  queue.enqueue('C1', { text: 'two' });
  expect(texts()).toEqual(['two']);
  expect(queue.pending('C1')[0]).toMatchObject({ status: 'failed', error: 'msg_too_long' });
});

test('a frame that was not understood fails what was on its way; a lost channel fails all', async () => {
  const { queue, statuses, transport } = await setUp();
  queue.enqueue('C1', { text: 'one' });
  queue.enqueue('C1', { text: 'two' });
  queue.attach('C1', transport);
  queue.enqueue('C1', { text: 'three' });
  queue.refuseSent('C1', 'malformed_frame');
  expect(statuses()).toEqual(['one failed', 'two failed', 'three sending']);
  queue.detach('C1');
  queue.refuseAll('C1', 'channel_not_found');
  expect(statuses()).toEqual(['one failed', 'two failed', 'three failed']);
  expect(queue.isWaiting('C1')).toBe(false);
});

test('what was stored before comes first, and nothing is sent until it is there', async () => {
  const first = await setUp();
  first.queue.enqueue('C1', { text: 'from before' });
  await first.clock.settle();
  const { queue, texts, transport } = await setUp({ storage: first.storage, isLoaded: false });
  queue.attach('C1', transport);
  const id = queue.enqueue('C1', { text: 'new' });
  expect(texts()).toEqual([]);
  await queue.load();
  expect(texts()).toEqual(['from before', 'new']);
  queue.settle(queue.pending('C1')[0]?.id ?? '');
  expect(queue.pending('C1').map((message) => message.id)).toEqual([id]);
});

test('a message that the device cannot store is sent all the same, and says so', async () => {
  const storage: QueueStorage = {
    ...createMemoryQueueStorage(),
    put: () => Promise.reject(new Error('no room')),
    load: () => Promise.reject(new Error('broken')),
  };
  const { clock, queue, texts, transport } = await setUp({ storage });
  queue.enqueue('C1', { text: 'one' });
  await clock.settle();
  expect(queue.pending('C1')[0]).toMatchObject({ isSaved: false, status: 'queued' });
  queue.attach('C1', transport);
  expect(texts()).toEqual(['one']);
});

test('a message that arrives before it was stored leaves nothing in the storage', async () => {
  const held: (() => void)[] = [];
  const inner = createMemoryQueueStorage();
  const put: QueueStorage['put'] = async (message) => {
    await new Promise<void>((resolve) => held.push(resolve));
    await inner.put(message);
  };
  const { clock, queue } = await setUp({ storage: { ...inner, put } });
  const id = queue.enqueue('C1', { text: 'one' });
  await clock.settle();
  queue.settle(id);
  held[0]?.();
  await clock.settle();
  expect(await inner.load()).toEqual([]);
});

test('two tabs that share a storage both send, under one id, and both are done with it', async () => {
  const one = await setUp();
  one.queue.enqueue('C1', { text: 'hi' });
  await one.clock.settle();
  const two = await setUp({ storage: one.storage });
  for (const { queue, transport } of [one, two]) queue.attach('C1', transport);
  expect(two.sent).toEqual(one.sent);
  const id = one.sent[0]?.client_msg_id ?? '';
  for (const { queue } of [one, two]) queue.settle(id);
  await one.clock.settle();
  expect(await one.storage.load()).toEqual([]);
  expect(two.statuses()).toEqual([]);
});

test('an answer to what is not in the queue changes nothing', async () => {
  const { queue, statuses } = await setUp();
  queue.enqueue('C1', { text: 'one' });
  queue.settle('unknown');
  queue.refuse({ client_msg_id: 'unknown', error: 'no_text' });
  queue.retry('unknown');
  expect(statuses()).toEqual(['one queued']);
});
