import { expect, test } from 'vitest';
import { plainTextTree } from './plain-text-tree.ts';

test('plain text has emoji, and signs that mean something elsewhere are only signs', () => {
  expect(plainTextTree('*Done* :tada: at 10:30 :wave::skin-tone-3:')).toEqual([
    {
      type: 'paragraph',
      children: [
        { type: 'text', text: '*Done* ' },
        { type: 'emoji', name: 'tada', skinTone: null },
        { type: 'text', text: ' at 10:30 ' },
        { type: 'emoji', name: 'wave', skinTone: 3 },
      ],
    },
  ]);
});
