import { expect, test } from 'vitest';
import { emojiAt, layOutRows, moveInRows, type PickerEmoji } from './picker-rows.ts';

const some = (prefix: string, count: number): PickerEmoji[] =>
  Array.from({ length: count }, (_, index) => ({ name: `${prefix}${index}`, look: { url: '/x' } }));

const rows = layOutRows(
  [
    { name: 'a', emojis: some('a', 5) },
    { name: 'none', emojis: [] },
    { name: 'b', emojis: some('b', 2) },
  ],
  3,
);

test('sections have a title and lines, and empty ones nothing', () => {
  expect(rows.map((row) => (row.kind === 'title' ? row.section : row.emojis.map(({ name }) => name)))).toEqual([
    'a',
    ['a0', 'a1', 'a2'],
    ['a3', 'a4'],
    'b',
    ['b0', 'b1'],
  ]);
});

test.each([
  [0, 'ArrowRight', 1],
  [2, 'ArrowRight', 3],
  [6, 'ArrowRight', 6],
  [0, 'ArrowLeft', 0],
  [1, 'ArrowDown', 4],
  [2, 'ArrowDown', 4],
  [4, 'ArrowDown', 6],
  [6, 'ArrowDown', 6],
  [6, 'ArrowUp', 4],
  [0, 'ArrowUp', 0],
  [0, 'PageDown', 5],
  [6, 'PageUp', 1],
  [0, 'x', null],
])('from %i, %s leads to %s', (from, key, to) => {
  expect(moveInRows(rows, from, key)).toBe(to);
});

test('every number names one emoji, in order', () => {
  const names = Array.from({ length: 7 }, (_, index) => emojiAt(rows, index)?.emoji.name);
  expect(names).toEqual(['a0', 'a1', 'a2', 'a3', 'a4', 'b0', 'b1']);
  expect(emojiAt(rows, 7)).toBeNull();
});

test('nothing to choose from leads nowhere', () => {
  expect(moveInRows([], 0, 'ArrowDown')).toBeNull();
});
