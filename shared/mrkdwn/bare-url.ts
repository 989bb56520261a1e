import { unescapeMrkdwn } from './escape.ts';
import { deceptiveInUrl, getSafeUrl } from './safe-url.ts';
import type { Link } from './tree.ts';
import { isAfterWord } from './word-boundary.ts';

/** From a scheme, with a host after it, up to a space, a quotation mark, a bar, an angle bracket (also escaped), or what no safe URL has. */
const bareUrl = new RegExp(
  String.raw`[^:]+://(?=[\w[]|[^\0-\x7F])(?:&amp;|&(?!(?:lt|gt);)|[^&<>"|\x60${deceptiveInUrl}])+`,
  'uy',
);

const trailingPunctuation = ".,;:!?'*_~…。、，．；：！？’”»";
const brackets: readonly (readonly [open: string, close: string])[] = [
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['（', '）'],
  ['「', '」'],
];

/** Reads the URL that begins with http:// or https:// at `at`, without `<` and `>`, and not in the middle of a word. */
export function readBareUrl(text: string, at: number): { node: Link; end: number } | null {
  if (isAfterWord(text, at)) return null;
  bareUrl.lastIndex = at;
  const match = bareUrl.exec(text);
  if (match === null) return null;
  const source = match[0].slice(0, lengthWithoutTrail(match[0]));
  const shown = unescapeMrkdwn(source);
  const url = getSafeUrl(shown);
  if (url === null) return null;
  return { node: { type: 'link', url, children: [{ type: 'text', text: shown }] }, end: at + source.length };
}

/** Without the punctuation that belongs to the sentence; a closing bracket stays if its partner is in the URL too. */
function lengthWithoutTrail(source: string): number {
  const unopened = new Map(brackets.map(([open, close]) => [close, count(source, close) - count(source, open)]));
  let end = source.length;
  for (;;) {
    const last = source.charAt(end - 1);
    const surplus = unopened.get(last);
    if (source.endsWith('&amp;', end)) end -= '&amp;'.length;
    else if (last !== '' && trailingPunctuation.includes(last)) end -= 1;
    else if (surplus !== undefined && surplus > 0) {
      unopened.set(last, surplus - 1);
      end -= 1;
    } else return end;
  }
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}
