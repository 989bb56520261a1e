import { expect, test } from 'vitest';
import { parseJsonFile } from './json-file.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

test('a byte-order mark is passed over', () => {
  expect(parseJsonFile('a.json', bytes('\ufeff[1]'))).toEqual({ json: [1], problems: [] });
});

test('null is JSON, and nothing is not', () => {
  expect(parseJsonFile('a.json', bytes('null'))).toEqual({ json: null, problems: [] });
  expect(parseJsonFile('a.json', bytes(''))).toMatchObject({
    json: undefined,
    problems: [{ code: 'broken_json', where: 'a.json' }],
  });
});

test('bytes that are not UTF-8 cost their characters, not the file', () => {
  const damaged = Uint8Array.from([...bytes('["'), 0xff, ...bytes('"]')]);
  expect(parseJsonFile('a.json', damaged)).toMatchObject({
    json: ['\ufffd'],
    problems: [{ code: 'bad_utf8', where: 'a.json' }],
  });
});
