import { expect, test } from 'vitest';
import { formatBytes, readFile } from './file.ts';

test.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [1_000, '1.0 KB'],
  [1_234_567, '1.2 MB'],
  [250_000_000, '250 MB'],
])('%i bytes are %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});

test('a file says its title, type and size', () => {
  const file = { id: 'F1', name: 'a.png', title: 'The map', mimetype: 'image/png', pretty_type: 'PNG', size: 1_500 };
  expect(readFile(file)).toEqual({ name: 'The map', detail: 'PNG · 1.5 KB', kind: 'image', isGone: false });
});

test('a deleted file says so', () => {
  expect(readFile({ id: 'F1', mode: 'tombstone' })).toMatchObject({ name: 'Deleted file', isGone: true });
});
