import { describe, expect, it } from 'vitest';
import { parseInline } from './inline.ts';
import { toPlainText } from './plain-text.ts';

const urls = (source: string) => parseInline(source).flatMap((inline) => (inline.type === 'link' ? [inline.url] : []));

describe('bare URLs', () => {
  it.each([
    ['see https://a.example/b, and', 'https://a.example/b'],
    ['https://a.example.', 'https://a.example'],
    ['https://a.example/?b=c!?', 'https://a.example/?b=c'],
    ['(https://a.example/b)', 'https://a.example/b'],
    ['https://a.example/b_(c)', 'https://a.example/b_(c)'],
    ['(https://a.example/b_(c)).', 'https://a.example/b_(c)'],
    ['[https://a.example/b]', 'https://a.example/b'],
    ['"https://a.example/b"', 'https://a.example/b'],
    ['https://a.example/?b=1&amp;c=2', 'https://a.example/?b=1&c=2'],
    ['https://a.example/?b=1&c=2', 'https://a.example/?b=1&c=2'],
    ['https://a.example/b&amp;', 'https://a.example/b'],
    ['&lt;https://a.example/b&gt;', 'https://a.example/b'],
    ['https://a.example/b_c_d', 'https://a.example/b_c_d'],
    ['https://a.example/*b*c', 'https://a.example/*b*c'],
    ['HTTP://A.example', 'HTTP://A.example'],
    ['https://a.example/😀', 'https://a.example/😀'],
    ['看https://a.example。', undefined],
    ['看 https://a.example。', 'https://a.example'],
    ['`https://a.example`', undefined],
    ['xhttps://a.example', undefined],
    ['https://', undefined],
    ['https://...', undefined],
    ['https://(a', undefined],
    ['javascript://a.example', undefined],
    ['www.a.example', undefined],
  ])('%s has %s', (source, url) => {
    expect(urls(source)).toEqual(url === undefined ? [] : [url]);
  });

  it('stand in styles', () => {
    expect(parseInline('*https://a.example*')).toEqual([
      {
        type: 'bold',
        children: [{ type: 'link', url: 'https://a.example', children: [{ type: 'text', text: 'https://a.example' }] }],
      },
    ]);
  });

  it('show what was typed, also where the link encodes it', () => {
    const typed = 'https://a.example/b;c (https://d.example/e_(f)_g_);';
    expect(toPlainText([{ type: 'paragraph', children: parseInline(typed) }])).toBe(typed);
  });
});
