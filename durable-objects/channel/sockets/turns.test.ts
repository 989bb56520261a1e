import { expect, test } from 'vitest';
import { Turns } from './turns.ts';

test('one begins when the one before has ended, also if that failed', async () => {
  const turns = new Turns();
  const log: string[] = [];
  const { promise, resolve } = Promise.withResolvers<void>();
  const first = turns.take(async () => {
    log.push('first begins');
    await promise;
    log.push('first fails');
    throw new Error('no');
  });
  const second = turns.take(async () => {
    log.push('second');
    return 2;
  });
  resolve();
  await expect(first).rejects.toThrow('no');
  expect(await second).toBe(2);
  expect(log).toEqual(['first begins', 'first fails', 'second']);
});
