import { expect, test } from 'vitest';
import { readLink } from './read-link.ts';

test.each([
  ['https://a.example/b?c=d', 'https://a.example/b?c=d'],
  [' a.example/b ', 'https://a.example/b'],
  ['localhost:8787', 'https://localhost:8787/'],
  ['javascript:alert(1)', null],
  ['mailto:a@b.example', null],
  ['no address', null],
  ['word', null],
  ['', null],
])('%j is %j', (typed, link) => {
  expect(readLink(typed)).toBe(link);
});
