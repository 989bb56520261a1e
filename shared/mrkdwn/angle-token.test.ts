import { describe, expect, it } from 'vitest';
import { parseInline } from './inline.ts';

describe('mentions', () => {
  it('name people, channels and groups by id, with the label as a spare', () => {
    expect(parseInline('<@U0AA>')).toEqual([{ type: 'user', id: 'U0AA', label: null }]);
    expect(parseInline('<@W0AA|a &amp; b>')).toEqual([{ type: 'user', id: 'W0AA', label: 'a & b' }]);
    expect(parseInline('<#C0AA|general>')).toEqual([{ type: 'channel', id: 'C0AA', label: 'general' }]);
    expect(parseInline('<#C0AA|>')).toEqual([{ type: 'channel', id: 'C0AA', label: null }]);
    expect(parseInline('<!subteam^S0AA|@ops>')).toEqual([{ type: 'group', id: 'S0AA', label: '@ops' }]);
  });

  it('of everyone have a range, whatever their label says', () => {
    expect(parseInline('<!here> <!channel|@nobody> <!everyone>')).toEqual([
      { type: 'broadcast', range: 'here' },
      { type: 'text', text: ' ' },
      { type: 'broadcast', range: 'channel' },
      { type: 'text', text: ' ' },
      { type: 'broadcast', range: 'everyone' },
    ]);
    expect(parseInline('<!group>')).toEqual([{ type: 'broadcast', range: 'channel' }]);
  });

  it.each(['<@bob>', '<@u0aa>', '<@U0AA b>', '<#general>', '<!nothing>', '<>', '<|a>', '<@U0AA', '<@U0AA<@'])(
    '%s is text',
    (source) => {
      expect(parseInline(source)).toEqual([{ type: 'text', text: source }]);
    },
  );

  it('a command that nobody knows is its label', () => {
    expect(parseInline('<!nothing^1|a label>')).toEqual([{ type: 'text', text: 'a label' }]);
  });
});

describe('dates', () => {
  it('have a time, a format, perhaps a link, and a fallback', () => {
    expect(parseInline('<!date^1392734382^Posted {date_num} &amp; {time}^https://a.example/|Feb 18, 2014>')).toEqual([
      {
        type: 'date',
        timestamp: 1392734382,
        format: 'Posted {date_num} & {time}',
        url: 'https://a.example/',
        fallback: 'Feb 18, 2014',
      },
    ]);
  });

  it('lose an unsafe link and keep the rest', () => {
    expect(parseInline('<!date^1^{date}^javascript:alert(1)|then>')).toEqual([
      { type: 'date', timestamp: 1, format: '{date}', url: null, fallback: 'then' },
    ]);
  });

  it('without a fallback are text, and with a wrong time are their fallback', () => {
    expect(parseInline('<!date^1^{date}>')).toEqual([{ type: 'text', text: '<!date^1^{date}>' }]);
    expect(parseInline('<!date^soon^{date}|then>')).toEqual([{ type: 'text', text: 'then' }]);
  });
});

describe('links', () => {
  it('show their label or their URL, an address without the scheme', () => {
    const shown = (source: string) =>
      parseInline(source).map((inline) => (inline.type === 'link' ? [inline.url, inline.children] : inline));
    expect(shown('<https://a.example/?b=1&amp;c=2>')).toEqual([
      ['https://a.example/?b=1&c=2', [{ type: 'text', text: 'https://a.example/?b=1&c=2' }]],
    ]);
    expect(shown('<http://a.example|a.example>')).toEqual([
      ['http://a.example', [{ type: 'text', text: 'a.example' }]],
    ]);
    expect(shown('<http://a.example|>')).toEqual([['http://a.example', [{ type: 'text', text: 'http://a.example' }]]]);
    expect(shown('<mailto:a@b.example>')).toEqual([['mailto:a@b.example', [{ type: 'text', text: 'a@b.example' }]]]);
    expect(shown('<tel:+4930123|call>')).toEqual([['tel:+4930123', [{ type: 'text', text: 'call' }]]]);
  });

  it('have styles, code and emoji in their label, but no link or mention', () => {
    expect(parseInline('<https://a.example|*b* :c: `d` https://e.example>')).toEqual([
      {
        type: 'link',
        url: 'https://a.example',
        children: [
          { type: 'bold', children: [{ type: 'text', text: 'b' }] },
          { type: 'text', text: ' ' },
          { type: 'emoji', name: 'c', skinTone: null },
          { type: 'text', text: ' ' },
          { type: 'code', text: 'd' },
          { type: 'text', text: ' https://e.example' },
        ],
      },
    ]);
  });

  it('with an unsafe URL are text as a whole', () => {
    expect(parseInline('<javascript:alert(1)|click &lt;here&gt;>')).toEqual([
      { type: 'text', text: '<javascript:alert(1)|click <here>>' },
    ]);
  });
});
