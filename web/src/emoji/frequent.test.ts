import { expect, test } from 'vitest';
import { createEmojiUse } from './frequent.ts';

function memory(initial: Record<string, string> = {}) {
  const values = new Map(Object.entries(initial));
  return {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
  };
}

test('before anything was used the common ones are offered', () => {
  expect(createEmojiUse(memory()).top(3)).toEqual(['white_check_mark', 'eyes', 'raised_hands']);
});

test('what is used again and again comes first', () => {
  const use = createEmojiUse(memory());
  for (let times = 0; times < 3; times += 1) use.note('ship');
  use.note('boat');
  expect(use.top(5)).toEqual(['ship', 'white_check_mark', 'eyes', 'raised_hands', 'boat']);
});

test('what is used lately overtakes what was used once', () => {
  const use = createEmojiUse(memory());
  use.note('ship');
  for (let times = 0; times < 60; times += 1) use.note('tada');
  use.note('boat');
  const [first, ...rest] = use.top(60);
  expect(first).toBe('tada');
  expect(rest.indexOf('boat')).toBeLessThan(rest.indexOf('ship'));
});

test('it is remembered on the device', () => {
  const storage = memory();
  for (let times = 0; times < 3; times += 1) createEmojiUse(storage).note('ship');
  expect(createEmojiUse(storage).top(1)).toEqual(['ship']);
});

test('a broken store is as good as an empty one', () => {
  expect(createEmojiUse(memory({ 'edgeways.emoji-use': '{"a":' })).top(1)).toEqual(['white_check_mark']);
  expect(createEmojiUse(memory({ 'edgeways.emoji-use': '[["a"],7,["b",3]]' })).top(1)).toEqual(['b']);
});

test('the same answer is the same array, so that what shows it rests', () => {
  const use = createEmojiUse(memory());
  use.note('ship');
  expect(use.top(3)).toBe(use.top(3));
});
