import { expect, test } from 'vitest';
import { atMost } from './at-most.ts';

test('at most so many are under way, the others follow in their order, and one that fails makes room too', async () => {
  const turn = atMost(2);
  const begun: number[] = [];
  const gates = Array.from({ length: 4 }, () => Promise.withResolvers<number>());
  const results = gates.map((gate, i) =>
    turn(() => {
      begun.push(i);
      return gate.promise;
    }),
  );
  expect(begun).toEqual([0, 1]);
  gates[1]?.reject(new Error('no'));
  await expect(results[1]).rejects.toThrow('no');
  expect(begun).toEqual([0, 1, 2]);
  gates[0]?.resolve(10);
  expect(await results[0]).toBe(10);
  expect(begun).toEqual([0, 1, 2, 3]);
  gates[2]?.resolve(12);
  gates[3]?.resolve(13);
  expect(await Promise.all([results[2], results[3]])).toEqual([12, 13]);
});
