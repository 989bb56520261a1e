import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emojiNameOf } from './emoji-name.ts';

test.each([
  [':Party Parrot:', 'party_parrot'],
  ['v1.2', 'v1_2'],
  ['+1', '+1'],
  ['日本', '日本'],
  ['🎉', ''],
])('%j becomes %j', (typed, name) => {
  expect(emojiNameOf(typed)).toBe(name);
});

test('a name stays what it is when it is typed on', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
      const name = emojiNameOf(typed);
      expect(emojiNameOf(name)).toBe(name);
    }),
  );
});
