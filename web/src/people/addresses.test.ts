import { expect, test } from 'vitest';
import { addressesIn } from './addresses.ts';

test.each([
  ['ada@example.com', ['ada@example.com']],
  ['ada@example.com, Grace@example.com; ada@example.com', ['ada@example.com', 'grace@example.com']],
  ['"Ada L" <ada@example.com>\n<grace@example.com>', ['ada@example.com', 'grace@example.com']],
  ['ada@, @example.com, ada@example', []],
  ['', []],
])('%j names %j', (text, addresses) => {
  expect(addressesIn(text)).toEqual(addresses);
});
