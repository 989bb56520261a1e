import { expect, test } from 'vitest';
import { isLong } from './is-long.ts';

test('long is what has more than 40 lines or 3,000 letters', () => {
  expect(isLong('a'.repeat(3000))).toBe(false);
  expect(isLong('a'.repeat(3001))).toBe(true);
  expect(isLong(Array.from({ length: 40 }, () => 'a').join('\n'))).toBe(false);
  expect(isLong(Array.from({ length: 41 }, () => 'a').join('\n'))).toBe(true);
});
