import { expect, test } from 'vitest';
import { inKnownOrder } from './in-known-order.ts';

const order = (items: string[], known: string[]) => inKnownOrder(items, (item) => item, known).join('');

test('what was there keeps its order, and what is new stands before it', () => {
  expect(order(['x', 'c', 'a', 'b'], ['a', 'b', 'c'])).toBe('xabc');
});

test('the next page stands after it', () => {
  expect(order(['a', 'b', 'c', 'd'], ['a', 'b'])).toBe('abcd');
});

test('at first the order is that of the list', () => {
  expect(order(['b', 'a'], [])).toBe('ba');
});

test('what is not listed any more is gone', () => {
  expect(order(['c', 'a'], ['a', 'b', 'c'])).toBe('ac');
});
