import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeMrkdwn, unescapeMrkdwn } from './escape.ts';
import { injectionCorpus } from './injection-corpus.ts';
import { parseMrkdwn } from './parse.ts';
import { toPlainText } from './plain-text.ts';
import type { Block, Inline, Paragraph } from './tree.ts';
import { inlinesOf } from './walk.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 300 });
const brokenUnicode = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 })
  .map((units) => String.fromCharCode(...units));
/** Mostly syntax, so that it meets itself in every combination. */
const syntax = fc
  .array(
    fc.oneof(
      fc.constantFrom(...'*_~`<>|:&@#!^()[]. \n-•1ax'.split('')),
      fc.constantFrom('```', '&gt;', '&amp;', '&lt;', '>>>', 'https://a.b', 'javascript:', ':+1:', ':skin-tone-3:'),
      fc.constantFrom(
        '<@U0A>',
        '<#C0A|',
        '<!here>',
        '<!date^1^',
        '<mailto:a@b',
        '\n1. ',
        '\n    - ',
        '\r\n',
        '\uD83D',
        '😀',
      ),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));
const anything = fc.oneof(anyText, brokenUnicode, syntax, fc.constantFrom(...injectionCorpus));

const urlsOf = (inlines: Iterable<Inline>): string[] =>
  [...inlines].flatMap((inline) => {
    if (inline.type === 'link') return [inline.url];
    return inline.type === 'date' && inline.url !== null ? [inline.url] : [];
  });

/** Independent of the parser's own check: what a browser makes of the URL. */
function expectSafe(url: string): void {
  expect(['http:', 'https:', 'mailto:', 'tel:']).toContain(schemeAsBrowsersReadIt(url));
  expect(url).not.toMatch(/[\s\p{Cc}\p{Cs}\p{Bidi_Control}<>"`\\]/u);
}

function schemeAsBrowsersReadIt(url: string): string {
  const cleaned = url.replace(/^[\0- ]+|[\t\n\r]/g, '');
  return /^[a-z][a-z0-9+.-]*:/i.exec(cleaned)?.[0].toLowerCase() ?? 'relative';
}

/** Without all that syntax may take away or renew: delimiters, quote marks, bullets and space. */
const visible = (text: string): string => text.replace(/[*_~`>•◦▪\s-]|\uFE0E/g, '');

function depthOf(node: Block | Inline): number {
  const children: (Block | Inline)[] = 'children' in node ? [...node.children] : [];
  if (node.type === 'list') {
    for (const item of node.items) children.push(...item.children, ...item.lists);
  }
  return 1 + Math.max(0, ...children.map(depthOf));
}

/** Every list of siblings below the node. */
function spansOf(node: Paragraph | Inline): Inline[][] {
  return 'children' in node ? [node.children, ...node.children.flatMap(spansOf)] : [];
}

describe('for every string', () => {
  it('parsing is total, its URLs are safe and its depth is bounded', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const blocks = parseMrkdwn(text);
        for (const url of urlsOf(inlinesOf(blocks))) expectSafe(url);
        expect(Math.max(0, ...blocks.map(depthOf))).toBeLessThan(20);
        expect(typeof toPlainText(blocks)).toBe('string');
      }),
      { numRuns: 2000 },
    );
  });

  it('what a person typed stays visible', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(visible(toPlainText(parseMrkdwn(escapeMrkdwn(text))))).toBe(visible(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('text without syntax survives escaping, parsing and plain text unchanged', () => {
    const plain = fc.oneof(anyText, brokenUnicode).map((text) => text.replace(/[*_~`:>•◦▪\r-]|\d\./g, ''));
    fc.assert(
      fc.property(plain, (text) => {
        expect(toPlainText(parseMrkdwn(escapeMrkdwn(text)))).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });

  it('unescaping inverts escaping', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(unescapeMrkdwn(escapeMrkdwn(text))).toBe(text);
      }),
    );
  });

  it('no text is empty or beside another text', () => {
    fc.assert(
      fc.property(syntax, (text) => {
        const spans = parseMrkdwn(text).flatMap((block) => (block.type === 'paragraph' ? spansOf(block) : []));
        for (const span of spans) {
          expect(span.map((inline) => inline.type).join(' ')).not.toContain('text text');
          expect(span).not.toContainEqual({ type: 'text', text: '' });
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the injection corpus', () => {
  it('has at least sixty different strings', () => {
    expect(new Set(injectionCorpus).size).toBe(injectionCorpus.length);
    expect(injectionCorpus.length).toBeGreaterThanOrEqual(60);
  });

  it.each(injectionCorpus.map((text) => [text]))('as mrkdwn, %j has no unsafe link and loses no text', (text) => {
    const blocks = parseMrkdwn(text);
    const inlines = [...inlinesOf(blocks)];
    for (const url of urlsOf(inlines)) expectSafe(url);
    // With real tokens in it, their syntax and URLs are not text: those have their own tests.
    if (inlines.some((inline) => ['link', 'date'].includes(inline.type)) || /<!/.test(text)) return;
    expect(visible(toPlainText(blocks))).toBe(visible(unescapeMrkdwn(text)));
  });

  it.each(injectionCorpus.map((text) => [text]))('typed by a person, %j is shown as typed', (text) => {
    const blocks = parseMrkdwn(escapeMrkdwn(text));
    for (const url of urlsOf(inlinesOf(blocks))) expectSafe(url);
    expect(visible(toPlainText(blocks))).toBe(visible(text));
  });
});
