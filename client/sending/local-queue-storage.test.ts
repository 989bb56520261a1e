import { expect, test } from 'vitest';
import { createLocalQueueStorage } from './local-queue-storage.ts';
import { createMemoryStorage } from '../testing/memory-storage.ts';

const message = { id: 'a', channel: 'C1', text: 'hi', createdAt: 1, order: 1 };

test('messages are kept by workspace, one entry each', async () => {
  const storage = createMemoryStorage();
  const queue = createLocalQueueStorage(storage, 'T1');
  await queue.put(message);
  await queue.put({ ...message, id: 'b', error: 'is_archived' });
  await queue.put({ ...message, text: 'changed' });
  expect(storage.length).toBe(2);
  expect(await createLocalQueueStorage(storage, 'T1').load()).toEqual([
    { ...message, text: 'changed' },
    { ...message, id: 'b', error: 'is_archived' },
  ]);
  expect(await createLocalQueueStorage(storage, 'T2').load()).toEqual([]);
  await queue.remove('a');
  await queue.remove('a');
  expect((await queue.load()).map(({ id }) => id)).toEqual(['b']);
});

test('what is not a message is left alone', async () => {
  const storage = createMemoryStorage();
  storage.setItem('edgeways.unsent.T1.x', '{"id":');
  storage.setItem('edgeways.unsent.T1.y', '{"id":7}');
  storage.setItem('theme', 'dark');
  expect(await createLocalQueueStorage(storage, 'T1').load()).toEqual([]);
  expect(storage.length).toBe(3);
});

test('a full storage rejects', async () => {
  const storage = createMemoryStorage();
  storage.setItem = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  await expect(createLocalQueueStorage(storage, 'T1').put(message)).rejects.toThrow('full');
});
