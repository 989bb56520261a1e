import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold, fuzzyScore } from './fuzzy.ts';

const best = (query: string, names: string[]) =>
  names
    .map((name) => ({ name, score: fuzzyScore(fold(query), fold(name)) }))
    .filter((each) => each.score !== null)
    .sort((a, b) => (b.score ?? 0) - (a.score ?? 0))
    .map((each) => each.name);

test('what begins with the letters comes first, then what has a word that does', () => {
  expect(best('des', ['hardest', 'team-design', 'design'])).toEqual(['design', 'team-design', 'hardest']);
});

test('the shorter of two names that begin alike comes first', () => {
  expect(best('gen', ['general-questions', 'general'])).toEqual(['general', 'general-questions']);
});

test('letters that begin words find a name', () => {
  expect(best('pb', ['product-beta', 'pub', 'beta'])).toContain('product-beta');
  expect(best('al', ['Ada Lovelace', 'Grace Hopper'])).toEqual(['Ada Lovelace']);
});

test('a name that can be read in two ways is found by either', () => {
  expect(fuzzyScore('eng', 'design-engineering')).not.toBeNull();
  // The start of a later word must not hide letters before it.
  expect(fuzzyScore('abc', 'axbxc-b')).not.toBeNull();
});

test('words may come in any order, and without accents', () => {
  expect(best('ferreira jose', ['José Ferreira'])).toEqual(['José Ferreira']);
});

test('what lacks a letter is not found', () => {
  expect(best('xyz', ['general'])).toEqual([]);
});

test('every part of a name finds it', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z-]{1,12}$/), fc.nat(11), fc.nat(11), (name, from, length) => {
      expect(fuzzyScore(name.slice(from, from + length), name)).not.toBeNull();
    }),
  );
});

test('letters of a name in their order find it', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-c-]{1,10}$/), fc.infiniteStream(fc.boolean()), (name, keep) => {
      const query = [...name].filter(() => keep.next().value).join('');
      expect(fuzzyScore(query, name)).not.toBeNull();
    }),
  );
});
