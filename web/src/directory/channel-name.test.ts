import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normaliseChannelName } from './channel-name.ts';

test.each([
  ['Team Tea', 'team-tea'],
  ['Q&A', 'qa'],
  ['Tea & Biscuits', 'tea-biscuits'],
  ['v1.2/notes', 'v1-2-notes'],
  ['Überfällig', 'überfällig'],
  ['開発 チーム', '開発-チーム'],
  ['🎉', ''],
  ['<script>', 'script'],
  ['a'.repeat(90), 'a'.repeat(80)],
])('%j becomes %j', (typed, name) => {
  expect(normaliseChannelName(typed)).toBe(name);
});

test('a name stays what it is when it is typed on', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
      const name = normaliseChannelName(typed);
      expect(normaliseChannelName(name)).toBe(name);
    }),
  );
});
