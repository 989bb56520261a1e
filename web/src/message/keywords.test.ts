import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keywordPattern, splitByKeywords } from './keywords.ts';

const split = (text: string, ...keywords: string[]) => {
  const pattern = keywordPattern(keywords);
  return pattern ? splitByKeywords(text, pattern) : [text];
};

test('keywords are found whole and whatever their case', () => {
  expect(split('Deploy the deployment, deploy!', 'deploy')).toEqual(['', 'Deploy', ' the deployment, ', 'deploy', '!']);
});

test('of two that begin alike the longer one wins', () => {
  expect(split('the deploy failed again', 'deploy', 'deploy failed')).toEqual(['the ', 'deploy failed', ' again']);
});

test('letters of every script are letters, and signs are only signs', () => {
  expect(split('Über überall', 'über')).toEqual(['', 'Über', ' überall']);
  expect(split('a c++ and a cx', 'c++')).toEqual(['a ', 'c++', ' and a cx']);
});

test('nothing is marked without keywords', () => {
  expect(keywordPattern([])).toBeNull();
  expect(keywordPattern(['  '])).toBeNull();
});

test('whatever the words, the parts are the text', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 5 }),
      (text, words) => {
        expect(split(text, ...words).join('')).toBe(text);
      },
    ),
  );
});
