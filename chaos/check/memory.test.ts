import { expect, test } from 'vitest';
import { checkMemory } from './memory.ts';

const MB = 1_000_000;
const rising = (by: number) => Array.from({ length: 20 }, (_, i) => 300 * MB + i * by);

test('memory that stays is flat, and memory that grows with every round is not', () => {
  expect(checkMemory(rising(0))).toEqual([]);
  expect(checkMemory(rising(1 * MB))).toEqual([]);
  expect(checkMemory(rising(20 * MB))).toMatchObject([{ rule: 'memory' }]);
});

test('a few rounds say nothing', () => {
  expect(checkMemory(rising(20 * MB).slice(0, 8))).toEqual([]);
});
