import { describe, expect, it } from 'vitest';
import { parseMrkdwn } from './parse.ts';
import { toPlainText } from './plain-text.ts';
import { type Block, type List, maxListDepth } from './tree.ts';

/** As long as the longest message. */
const length = 40_000;

/** Far above what the units below need (the worst takes 8), and far below what anything quadratic takes. */
const maxStepsPerCharacter = 20;

const units = [
  ...['*', '_', '~', '`', '<', '>', '[', ':', '&', '(', ' ', '\t', '\n', '\uD83D', '-', '•'],
  ...['&gt;', '&amp;', '&lt;', '```', '> ', '>>> ', '- ', '1. ', '<!', '<@U0AA', '<@U0AA>', '<!date^1^a^'],
  ...['*a ', 'a* ', '*a _b ~c ', 'a* b_ c~ ', '*_~', '*_', '_*a*_ ', '*a* ', '`a', '``` ', '```a', '[a]('],
  ...[
    'https://',
    'https://a',
    'https://( ',
    'https://(',
    'https://a(',
    'https://a) ',
    'https://a..',
    'https://a&amp;',
    '<https://a|',
  ],
  ...[':a', ':a:', `:${'a'.repeat(90)}`, '- a\n', '1. a\n', '  - a\n', '> a\n', '> ```a\n', '```\n', '\r\n'],
];

/**
 * Parses, and counts the work: one step for each try of a regular expression and one for each character that it matched,
 * whether or not the match was of use.
 */
function parseCounting(source: string): { blocks: Block[]; steps: number } {
  const exec = RegExp.prototype.exec;
  let steps = 0;
  RegExp.prototype.exec = function (text) {
    const match = exec.call(this, text);
    steps += 1 + (match?.[0].length ?? 0);
    return match;
  };
  try {
    return { blocks: parseMrkdwn(source), steps };
  } finally {
    RegExp.prototype.exec = exec;
  }
}

describe('a message of one thing over and over', () => {
  it.each(units.map((unit) => [unit]))('%j is parsed in linear time, and all of it', (unit) => {
    const source = unit.repeat(Math.ceil(length / unit.length));
    const { blocks, steps } = parseCounting(source);
    expect(steps / source.length).toBeLessThan(maxStepsPerCharacter);
    const letters = (text: string) => text.replaceAll(/&(?:amp|lt|gt);|[^a-z]/g, '').length;
    expect(letters(toPlainText(blocks, { user: () => '', channel: () => '' }))).toBe(letters(source));
  });
});

describe('depth', () => {
  it('lists that go ever deeper stop nesting', () => {
    const source = Array.from({ length: 200 }, (_, depth) => `${' '.repeat(depth * 2)}- ${depth}`).join('\n');
    const [outer, ...others] = parseMrkdwn(source);
    expect(others).toEqual([]);
    let depth = 0;
    let list: List | undefined = outer?.type === 'list' ? outer : undefined;
    let deepest = list;
    while (list !== undefined) {
      depth += 1;
      deepest = list;
      list = list.items[0]?.lists[0];
    }
    expect(depth).toBe(maxListDepth);
    expect(deepest?.items.length).toBe(200 - maxListDepth + 1);
  });
});
