import { expect, test } from 'vitest';
import { maxKeywordLength, maxKeywords } from '../../../shared/preferences.ts';
import { addKeywords } from './keywords.ts';

test('words come between commas, without what is around them and in lower case', () => {
  expect(addKeywords([], '  Deploy,  on   call ,, ')).toEqual(['deploy', 'on call']);
});

test('each is there once', () => {
  expect(addKeywords(['deploy'], 'Deploy, release')).toEqual(['deploy', 'release']);
});

test('there are no more and no longer ones than the server takes', () => {
  const many = Array.from({ length: maxKeywords + 5 }, (_, index) => `w${index}`).join(',');
  expect(addKeywords([], many)).toHaveLength(maxKeywords);
  expect(addKeywords([], 'x'.repeat(80))).toEqual(['x'.repeat(maxKeywordLength)]);
});
