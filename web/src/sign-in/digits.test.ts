import { expect, test } from 'vitest';
import { digitsOf } from './digits.ts';

test.each([
  ['123456', '123456'],
  [' 123 456 ', '123456'],
  ['123-456', '123456'],
  ['Your code is 004217.', '004217'],
  ['12345678', '123456'],
  ['１２３４５６', '123456'],
  ['abc', ''],
])('%j has the digits %j', (text, digits) => {
  expect(digitsOf(text)).toBe(digits);
});
