import fc from 'fast-check';
import { expect, test } from 'vitest';
import { highlight } from './highlight.ts';
import { readHighlighted } from './read-highlighted.ts';

const sample = `// greets <everybody>
export function greet(name: string): string {
  const times = 3;
  return \`Hello, \${name} & co\`;
}`;

test('code in a named language is coloured and stays what it was', () => {
  const pieces = highlight(sample, 'ts') ?? [];
  expect(pieces.map(({ text }) => text).join('')).toBe(sample);
  expect(pieces).toContainEqual({ text: '// greets <everybody>', kind: 'comment' });
  expect(pieces).toContainEqual({ text: 'greet', kind: 'title' });
  expect(pieces).toContainEqual({ text: '3', kind: 'number' });
});

test('a language that nobody named is guessed where it is plain', () => {
  expect(highlight('SELECT id, name FROM channels WHERE is_archived = 0 ORDER BY name;', null)).not.toBeNull();
  expect(highlight('{"a": [1, null]}', null)).toContainEqual({ text: '"a"', kind: 'name' });
});

test('words that are in no language stay plain', () => {
  expect(highlight('the ferry leaves at nine', null)).toBeNull();
  expect(highlight('the ferry leaves at nine', 'no-such-language')).toBeNull();
});

test('code that is too long stays plain', () => {
  expect(highlight('a = 1\n'.repeat(4000), 'python')).toBeNull();
});

test('whatever the code, its pieces are the code or it stays plain', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (code) => {
      const pieces = highlight(code, 'javascript');
      expect(pieces === null || pieces.map(({ text }) => text).join('') === code).toBe(true);
    }),
  );
});

test('markup of unknown classes is text of the kind around it', () => {
  expect(readHighlighted('<span class="hljs-string">a<span class="hljs-subst">${b}</span>&lt;</span>c')).toEqual([
    { text: 'a', kind: 'string' },
    { text: '${b}', kind: 'string' },
    { text: '<', kind: 'string' },
    { text: 'c', kind: null },
  ]);
});
