import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseMrkdwn } from '../../../shared/mrkdwn/parse.ts';
import type { Inline } from '../../../shared/mrkdwn/tree.ts';
import type { ComposerNames } from './composer-names.ts';
import { type DocumentNode, formats, isEmptyDocument, joiner } from './document.ts';
import { readMrkdwn } from './read-mrkdwn.ts';
import { writeMrkdwn } from './write-mrkdwn.ts';

const names: ComposerNames = {
  user: (id) => (id === 'U12' ? 'ada' : null),
  channel: () => null,
  group: (id) => (id === 'S12' ? 'eng' : null),
};
const { bold, italic, strike, code } = formats;

const text = (value: string, format = 0): DocumentNode => ({ type: 'text', text: value, format });
const lineBreak: DocumentNode = { type: 'linebreak' };
const paragraph = (...children: DocumentNode[]): DocumentNode => ({ type: 'paragraph', children });
const item = (...children: DocumentNode[]): DocumentNode => ({ type: 'listitem', children });
const list = (listType: string, ...children: DocumentNode[]): DocumentNode => ({ type: 'list', listType, children });
const write = (...children: DocumentNode[]) => writeMrkdwn({ root: { type: 'root', children } });

describe('writing', () => {
  test.each<[string, DocumentNode[], string]>([
    ['plain text, escaped', [text('a < b && c > d')], 'a &lt; b &amp;&amp; c &gt; d'],
    ['a style', [text('a '), text('b', bold), text(' c')], 'a *b* c'],
    ['marks outside of spaces', [text('a'), text(' b ', bold), text('c')], 'a *b* c'],
    ['one style over several words', [text('a', bold), text(' ', bold), text('b', bold)], '*a b*'],
    ['the longer style outside', [text('a', bold | italic), text(' b', bold)], '*_a_ b*'],
    ['styles that overlap', [text('a', bold), text(' b ', bold | italic), text('c', italic)], '*a _b_* _c_'],
    ['a joiner inside a word', [text('half', bold), text('bold')], `*half*${joiner}bold`],
    ['code', [text('a < b', code), text(' c')], '`a &lt; b` c'],
    ['styled code', [text('x', code | strike)], '~`x`~'],
    [
      'a link',
      [{ type: 'link', url: 'https://a.example/?b&c', children: [text('x')] }],
      '<https://a.example/?b&amp;c|x>',
    ],
    [
      'a link that is its own label',
      [{ type: 'link', url: 'https://a.example', children: [text('https://a.example')] }],
      '<https://a.example>',
    ],
    [
      'a link that nobody may follow',
      [{ type: 'link', url: 'javascript:alert(1)', children: [text('bad', bold)] }],
      '*bad*',
    ],
    ['a person', [{ type: 'mention', text: '@ada', mentionKind: 'user', mentionId: 'U12' }], '<@U12>'],
    ['a channel', [{ type: 'mention', text: '#tea', mentionKind: 'channel', mentionId: 'C12' }], '<#C12|tea>'],
    ['a group', [{ type: 'mention', text: '@eng', mentionKind: 'group', mentionId: 'S12' }], '<!subteam^S12|@eng>'],
    ['everybody here', [{ type: 'mention', text: '@here', mentionKind: 'broadcast', mentionId: 'here' }], '<!here>'],
  ])('%s', (_, children, mrkdwn) => {
    expect(write(paragraph(...children))).toBe(mrkdwn);
  });

  test('a style ends with its line and begins again on the next', () => {
    expect(write(paragraph(text('a', bold), lineBreak, text('b', bold)))).toBe('*a*\n*b*');
  });

  test('blocks', () => {
    const blocks = [
      paragraph(text('one')),
      { type: 'quote', children: [text('two'), lineBreak, text('three', italic)] },
      { type: 'code', children: [text('if (a < b) {'), lineBreak, text('}')] },
      list('bullet', item(text('four')), item(list('number', item(text('five')), item(text('six'))))),
    ];
    expect(write(...blocks)).toBe(
      'one\n> two\n> _three_\n```\nif (a &lt; b) {\n}\n```\n• four\n    1. five\n    2. six',
    );
  });

  test('drops empty lines at the ends and keeps those between', () => {
    expect(write(paragraph(), paragraph(text('a')), paragraph(), paragraph(text('b')), paragraph(text(' ')))).toBe(
      'a\n\nb',
    );
    expect(write(paragraph(text('  ')))).toBe('');
  });

  test('drops blank lines at the end of code', () => {
    expect(write({ type: 'code', children: [text('  a'), lineBreak, lineBreak, text(' '), lineBreak] })).toBe(
      '```\n  a\n```',
    );
  });

  test('text can never become a mention or a link', () => {
    expect(write(paragraph(text('<@U12> <!channel> <javascript:alert(1)|x>')))).not.toMatch(/<[^|]/);
  });
});

test('what has no content is empty', () => {
  expect(isEmptyDocument(readMrkdwn('', names))).toBe(true);
  expect(isEmptyDocument(readMrkdwn('  \n ', names))).toBe(true);
  expect(isEmptyDocument(readMrkdwn('<@U12>', names))).toBe(false);
});

test('people are read under their names, and unknown ones under what the sender wrote', () => {
  const mentions = (source: string) =>
    readMrkdwn(source, names).root.children?.[0]?.children?.map((child) => child.text);
  expect(mentions('<@U12|old>')).toEqual(['@ada']);
  expect(mentions('<#C12|tea>')).toEqual(['#tea']);
  expect(mentions('<!subteam^S12> <!subteam^S34|@ops>')).toEqual(['@eng', ' ', '@ops']);
});

/** What a line shows: each character with its styles. */
function stylesOf(inlines: readonly Inline[], styles = 0): [string, number][] {
  return inlines.flatMap((inline): [string, number][] => {
    if (inline.type === 'text') return [...inline.text.replaceAll(joiner, '')].map((character) => [character, styles]);
    if (inline.type === 'code') return [...inline.text].map((character) => [character, styles | code]);
    if (inline.type === 'bold' || inline.type === 'italic' || inline.type === 'strike') {
      return stylesOf(inline.children, styles | formats[inline.type]);
    }
    return [];
  });
}

const run = fc.record({
  value: fc.stringMatching(/^[abé&<(),.! ]{1,6}$/),
  format: fc.constantFrom(0, bold, italic, strike, bold | italic, bold | italic | strike, code, code | bold),
});

test('every mixture of styles is shown as it was set, spaces aside', () => {
  fc.assert(
    fc.property(fc.array(run, { maxLength: 8 }), (runs) => {
      const source = write(paragraph(...runs.map(({ value, format }) => text(value, format))));
      const block = parseMrkdwn(source)[0];
      const shown = block?.type === 'paragraph' ? stylesOf(block.children) : [];
      const set = runs.flatMap(({ value, format }) => {
        const kept = value.trim() === '' ? format & ~code : format;
        return [...value].map((character): [string, number] => [character, kept]);
      });
      const visible = (pairs: [string, number][]) => pairs.filter(([character]) => character !== ' ');
      expect(visible(shown)).toEqual(visible(set));
    }),
    { numRuns: 500 },
  );
});

const line = fc.oneof(
  fc.stringMatching(/^[a-z *_~`:.]{0,12}$/),
  fc.constantFrom(
    '• one',
    '1. first',
    '2. second',
    '    ◦ nested',
    '&gt; said',
    'a &lt; b &amp; c',
    '<@U12> hi',
    '<#C12|tea>',
    '<!here>',
    '<!subteam^S12|@eng>',
    '<https://a.example|a *b* c>',
    'see https://a.example/x_y_z.',
    '*bold _both_*',
    ':tada:',
    '',
  ),
);

test('reading a message for editing and writing it again changes nothing that is shown', () => {
  const shown = (source: string) => JSON.stringify(parseMrkdwn(source)).replaceAll(joiner, '');
  fc.assert(
    fc.property(fc.array(line, { maxLength: 5 }), (lines) => {
      const once = writeMrkdwn(readMrkdwn(lines.join('\n'), names));
      const twice = writeMrkdwn(readMrkdwn(once, names));
      expect(shown(twice)).toBe(shown(once));
    }),
    { numRuns: 500 },
  );
});

test.each([
  'plain',
  '*bold* and _italic_ and ~gone~ and `code`',
  'a\n\nb',
  '&gt; quoted\n&gt; *twice*\nafter',
  '```\nconst a = 1 &lt; 2;\n\n  indented\n```\nafter',
  '• one\n• two\n    ◦ deeper\n• three',
  '3. three\n4. four',
  '<https://a.example|label> <mailto:a@b.example|a@b.example>',
  'half<@U12>half',
])('%j is edited as what it shows', (source) => {
  expect(parseMrkdwn(writeMrkdwn(readMrkdwn(source, names)))).toEqual(parseMrkdwn(source));
});
