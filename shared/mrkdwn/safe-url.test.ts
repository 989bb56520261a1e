import { describe, expect, it } from 'vitest';
import { getSafeUrl } from './safe-url.ts';

describe('getSafeUrl', () => {
  it.each([
    'https://a.example',
    'HTTPS://a.example/b?c=d#e',
    'http://user@a.example:8080/(b)',
    'http://[::1]/',
    'https://例え.jp/ぱす',
    'mailto:a@b.example?subject=c',
    'tel:+49-30-123',
  ])('lets %s pass as it is', (url) => {
    expect(getSafeUrl(url)).toBe(url);
  });

  it.each([
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'ftp://a.example',
    'blob:https://a.example/1',
    '//a.example',
    '/a',
    'a.example',
    '',
    'https:',
    'https://',
    'https:///a',
    'https:a.example',
    'https:/a.example',
    'http\u017F://a.example',
    'mailto:',
    'tel:abc',
    ' https://a.example',
    'https://a.example/b c',
    'https://a.example\n',
    'java\nscript:alert(1)',
    '\u0000https://a.example',
    'https://a.example\\@b.example',
    'https://a.example/\u202Egpj',
    'https://a\u200B.example',
    'https://a.example/\uD800',
  ])('refuses %j', (url) => {
    expect(getSafeUrl(url)).toBeNull();
  });

  it('encodes what would end an attribute or a tag', () => {
    expect(getSafeUrl('https://a.example/"<b>`')).toBe('https://a.example/%22%3Cb%3E%60');
  });
});
