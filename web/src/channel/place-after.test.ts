import { expect, test } from 'vitest';
import { placeAfter } from './place-after.ts';

test.each([
  ['ArrowUp', 5, 4],
  ['ArrowUp', 0, 0],
  ['ArrowDown', 5, 6],
  ['ArrowDown', 19, 19],
  ['PageUp', 5, 0],
  ['PageDown', 5, 15],
  ['Home', 5, 0],
  ['End', 5, 19],
  ['a', 5, null],
])('%s leads from %i of 20 to %s', (key, from, to) => {
  expect(placeAfter(key, from, 20)).toBe(to);
});

test('nothing leads anywhere in an empty list', () => {
  expect(placeAfter('End', -1, 0)).toBeNull();
});
