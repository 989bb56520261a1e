import { describe, expect, it } from 'vitest';
import { parseMrkdwn } from './parse.ts';
import { toPlainText } from './plain-text.ts';
import type { Block, Inline, List } from './tree.ts';

const text = (value: string): Inline => ({ type: 'text', text: value });
const lineBreak: Inline = { type: 'line-break' };
const paragraph = (...children: Inline[]): Block => ({ type: 'paragraph', children });
const code = (value: string): Block => ({ type: 'code-block', text: value });

/** Lists as nested arrays: `1.` or `•`, then each item's text, then its lists. */
type Outline = (string | Outline)[];
const outline = (list: List): Outline => [
  list.ordered ? `${list.start}.` : '•',
  ...list.items.flatMap((item) => [
    toPlainText([{ type: 'paragraph', children: item.children }]),
    ...item.lists.map(outline),
  ]),
];
const outlines = (source: string): (Outline | string)[] =>
  parseMrkdwn(source).map((block) => (block.type === 'list' ? outline(block) : block.type));

describe('paragraphs', () => {
  it('an empty message has no blocks', () => {
    expect(parseMrkdwn('')).toEqual([]);
  });

  it('keep their line breaks, blank lines included', () => {
    expect(parseMrkdwn('a\n\nb')).toEqual([paragraph(text('a'), lineBreak, lineBreak, text('b'))]);
  });

  it('break at a carriage return and line feed as at a line feed', () => {
    expect(parseMrkdwn('a\r\nb')).toEqual(parseMrkdwn('a\nb'));
  });

  it('styles do not go over a line break', () => {
    expect(parseMrkdwn('*a\nb*')).toEqual([paragraph(text('*a'), lineBreak, text('b*'))]);
  });
});

describe('quotes', () => {
  it.each(['> a\n> b', '&gt; a\n&gt; b', '>a\n&gt;b', '>>> a\nb', '&gt;&gt;&gt;a\nb'])(
    '%j quotes both lines',
    (source) => {
      expect(parseMrkdwn(source)).toEqual([{ type: 'quote', children: [paragraph(text('a'), lineBreak, text('b'))] }]);
    },
  );

  it('a single mark ends with its line, a triple one with the message', () => {
    expect(parseMrkdwn('a\n> b\nc').map((block) => block.type)).toEqual(['paragraph', 'quote', 'paragraph']);
    expect(parseMrkdwn('a\n>>> b\nc\n> d').map((block) => block.type)).toEqual(['paragraph', 'quote']);
  });

  it('hold no quotes: a second mark is text', () => {
    expect(parseMrkdwn('> > a')).toEqual([{ type: 'quote', children: [paragraph(text('> a'))] }]);
    expect(parseMrkdwn('&gt;&gt; a')).toEqual([{ type: 'quote', children: [paragraph(text('> a'))] }]);
  });

  it('a mark later in the line is text', () => {
    expect(parseMrkdwn('a > b -&gt; c')).toEqual([paragraph(text('a > b -> c'))]);
  });

  it('a mark that was escaped twice is text', () => {
    expect(parseMrkdwn('&amp;gt; a')).toEqual([paragraph(text('&gt; a'))]);
  });

  it('hold lists and code', () => {
    const [quote] = parseMrkdwn('> - a\n> ```b```');
    expect(quote?.type === 'quote' && quote.children.map((block) => block.type)).toEqual(['list', 'code-block']);
  });

  it.each(['> ```\n> a\n> b\n> ```', '&gt; ```\n&gt; a\n&gt; b\n&gt; ```', '> ```a\nb```', '>>> ```a\nb```'])(
    '%j quotes code of two lines, without the marks',
    (source) => {
      expect(parseMrkdwn(source)).toEqual([{ type: 'quote', children: [code('a\nb')] }]);
    },
  );

  it('leave the marks in code that has them only on some lines', () => {
    expect(parseMrkdwn('> ```a\n> b\nc```')).toEqual([{ type: 'quote', children: [code('a\n> b\nc')] }]);
  });
});

describe('fenced code', () => {
  it('stands on lines of its own or within one', () => {
    expect(parseMrkdwn('```\na\n  b\n```')).toEqual([code('a\n  b')]);
    expect(parseMrkdwn('see ```a``` here')).toEqual([paragraph(text('see')), code('a'), paragraph(text('here'))]);
    expect(parseMrkdwn('x\n```a```\ny')).toEqual([paragraph(text('x')), code('a'), paragraph(text('y'))]);
  });

  it('without an end, or with nothing in it, is text', () => {
    expect(parseMrkdwn('```a')).toEqual([paragraph(text('```a'))]);
    expect(parseMrkdwn('``````')).toEqual([paragraph(text('``````'))]);
    expect(parseMrkdwn('``` ```')).toEqual([paragraph(text('``` ```'))]);
  });

  it('has no syntax in it but the entities', () => {
    expect(parseMrkdwn('```*a* <@U0AA> :+1: &lt;b&gt; &amp;amp;\n> `c`\n- d```')).toEqual([
      code('*a* <@U0AA> :+1: <b> &amp;\n> `c`\n- d'),
    ]);
  });

  it('shows the URLs that Slack made tokens of as they were typed', () => {
    expect(parseMrkdwn('```curl <https://a.example/?x=1&amp;y=2> <http://b.example|b.example>```')).toEqual([
      code('curl https://a.example/?x=1&y=2 b.example'),
    ]);
  });

  it('loses only one line break at each end', () => {
    expect(parseMrkdwn('```\n\na\n\n```')).toEqual([code('\na\n')]);
  });
});

describe('lists', () => {
  it.each(['•', '-', '*', '◦', '▪\uFE0E'])('%s begins an item', (bullet) => {
    expect(outlines(`${bullet} a\n${bullet} b`)).toEqual([['•', 'a', 'b']]);
  });

  it('need a space and something after the mark', () => {
    expect(outlines('-a')).toEqual(['paragraph']);
    expect(outlines('- ')).toEqual(['paragraph']);
    expect(outlines('1.a')).toEqual(['paragraph']);
    expect(outlines('01. a')).toEqual(['paragraph']);
  });

  it('keep the numbers of the source: a gap begins another list', () => {
    expect(outlines('3. a\n4. b\n7. c')).toEqual([
      ['3.', 'a', 'b'],
      ['7.', 'c'],
    ]);
  });

  it('of different kinds are different lists', () => {
    expect(outlines('- a\n1. b')).toEqual([
      ['•', 'a'],
      ['1.', 'b'],
    ]);
  });

  it('nest by indentation, by spaces or tabs, and come back', () => {
    expect(outlines('• a\n    ◦ b\n        ▪︎ c\n    ◦ d\n• e')).toEqual([['•', 'a', ['•', 'b', ['•', 'c'], 'd'], 'e']]);
    expect(outlines('1. a\n\t- b\n2. c')).toEqual([['1.', 'a', ['•', 'b'], 'c']]);
    expect(outlines('- a\n - b')).toEqual([['•', 'a', 'b']]);
    expect(outlines('- a\n    - b\n  - c')).toEqual([['•', 'a', ['•', 'b'], ['•', 'c']]]);
    expect(outlines('    - a\n- b')).toEqual([['•', 'a', 'b']]);
  });

  it('end at a line that is no item', () => {
    expect(outlines('- a\nb\n- c')).toEqual([['•', 'a'], 'paragraph', ['•', 'c']]);
  });

  it('items have styles', () => {
    const [list] = parseMrkdwn('* *a* b');
    expect(list?.type === 'list' && list.items[0]?.children).toEqual([
      { type: 'bold', children: [text('a')] },
      text(' b'),
    ]);
  });
});
