import { expect, test } from 'vitest';
import { readFence } from './read-fence.ts';

test('the name of a language in the first line is not part of the code', () => {
  expect(readFence('ts\nconst a = 1;')).toEqual({ language: 'ts', code: 'const a = 1;' });
  expect(readFence('SQL\nSELECT 1')).toEqual({ language: 'sql', code: 'SELECT 1' });
});

test.each(['ls -l\ntotal 3', 'go', 'hello\nworld', '', '\nts\nx'])('%j is code from its first letter', (text) => {
  expect(readFence(text)).toEqual({ language: null, code: text });
});
