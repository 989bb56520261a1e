import { expect, test } from 'vitest';
import { findLinks } from './links.ts';

test('links are found bare, in angle brackets, labelled, quoted and listed, each once and in order', () => {
  const text = [
    'see https://a.example/x, <https://b.example|b> and <https://c.example/?q=1&amp;r=2>',
    '> https://d.example',
    '• *https://e.example*',
    'again https://a.example/x',
  ].join('\n');
  expect(findLinks(text)).toEqual([
    'https://a.example/x',
    'https://b.example',
    'https://c.example/?q=1&r=2',
    'https://d.example',
    'https://e.example',
  ]);
});

test('what is code, an address of mail or a telephone, or no safe URL is no link', () => {
  const text = '`https://a.example` <mailto:a@b.example> <tel:+49> javascript://x ```https://c.example```';
  expect(findLinks(text)).toEqual([]);
});
