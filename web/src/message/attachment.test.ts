import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAttachment } from './attachment.ts';

test('a title is a link only when its URL is safe', () => {
  expect(readAttachment({ title: 'x', title_link: 'https://a.example/' }).titleUrl).toBe('https://a.example/');
  expect(readAttachment({ title: 'x', title_link: 'javascript:alert(1)' }).titleUrl).toBeNull();
});

test('the fallback is shown when there is nothing else', () => {
  expect(readAttachment({ fallback: 'build failed' }).text).toBe('build failed');
  expect(readAttachment({ fallback: 'build failed', title: 'Build 7' }).text).toBe('');
});

test('colours are names or six digits, with or without #', () => {
  expect(readAttachment({ color: '36a64f' }).colour).toBe('#36a64f');
  expect(readAttachment({ color: 'danger' }).colour).toBe('#c2361b');
  expect(readAttachment({ color: 'red;background:url(//x)' }).colour).toBeNull();
});

test('anything at all can be read', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.anything()), (raw) => typeof readAttachment(raw).text === 'string'),
  );
});
