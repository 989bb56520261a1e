import { expect, test } from 'vitest';
import { GroupCommit } from './group-commit.ts';

test('the first goes alone and at once; what arrives while it is written goes together', async () => {
  const batches: number[][] = [];
  const writes: (() => void)[] = [];
  const commit = new GroupCommit<number>(
    (batch) => batches.push(batch),
    () => new Promise((resolve) => writes.push(resolve)),
  );
  const done = commit.add([1]);
  expect(batches).toEqual([[1]]);
  void commit.add([2]);
  void commit.add([3, 4]);
  writes[0]?.();
  await Promise.resolve();
  await Promise.resolve();
  expect(batches).toEqual([[1], [2, 3, 4]]);
  writes[1]?.();
  await done;
});

test('a batch that fails does not hold up the next', async () => {
  const batches: number[][] = [];
  const commit = new GroupCommit<number>(
    (batch) => {
      if (batch.includes(1)) throw new Error('bad batch');
      batches.push(batch);
    },
    async () => {},
  );
  await expect(commit.add([1])).rejects.toThrow('bad batch');
  await commit.add([2]);
  expect(batches).toEqual([[2]]);
});
