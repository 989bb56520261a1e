import { expect, test } from 'vitest';
import { looksLikeCode } from './code-like.ts';

test.each([
  ['JavaScript', "const a = 1;\nif (a === 1) {\n  console.log('one');\n}"],
  ['Python', 'def main():\n    for x in range(10):\n        print(x)\n    return 0'],
  ['SQL', 'SELECT id, name\nFROM users\nWHERE id = 7;'],
  ['JSON', '{\n  "name": "edgeways",\n  "private": true\n}'],
  ['HTML', '<ul>\n  <li>One</li>\n  <li>Two</li>\n</ul>'],
  ['a terminal', '$ npm test\n$ git status --short'],
])('%s does', (_, text) => {
  expect(looksLikeCode(text)).toBe(true);
});

test.each([
  ['one line', 'const a = 1;'],
  ['prose', 'Dear all,\n\nthe meeting is at 10:30 (room 4).\nPlease bring tea.\n\nBest,\nAda'],
  ['a list', '- milk\n- bread\n- two eggs'],
  ['an address', 'Edgeways Ltd.\n1 Main Street\nHouston, TX 77002'],
  ['a quotation', 'He said: no.\nShe said: yes!\nThey went home.'],
])('%s does not', (_, text) => {
  expect(looksLikeCode(text)).toBe(false);
});
