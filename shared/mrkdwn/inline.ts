import type { SkinTone } from '../emoji/skin-tone.ts';
import { readAngleToken, readCode } from './angle-token.ts';
import { readBareUrl } from './bare-url.ts';
import { unescapeMrkdwn } from './escape.ts';
import { type Delimiter, StyleStack } from './style-stack.ts';
import type { Inline } from './tree.ts';
import { canClose, canOpen, isAfterWord } from './word-boundary.ts';

/** Where something other than text can begin. Delimiters come as whole runs: two or more in a row are only ever text. */
const beginning = /\*+|_+|~+|`+|[<:]|https?:\/\//gi;
const code = /`([^`]+)`(?!`)/y;
/** Custom emoji may have letters of any script without case; the length keeps a line of colons linear. */
const emoji = /:([\p{Ll}\p{Lo}\p{Lm}\p{M}\p{N}_+'-]{1,100}):(?::skin-tone-([2-6]):)?/uy;
const skinTones: Record<string, SkinTone> = { 2: 2, 3: 3, 4: 4, 5: 5, 6: 6 };

/**
 * Parses one line. Time is linear: what is tried at a place ends at the next candidate of its kind, or has a bounded
 * length.
 */
export function parseInline(line: string): Inline[] {
  return parseSpan(line, readAtom);
}

/** A link's label: emoji, code and styles, but nothing that is itself a link or a mention. */
function parseLabel(label: string): Inline[] {
  return parseSpan(label, readLabelAtom);
}

type Atom = { node: Inline; end: number };

function parseSpan(source: string, read: (source: string, at: number) => Atom | null): Inline[] {
  const stack = new StyleStack();
  let textFrom = 0;
  let position = 0;
  const addTextUntil = (end: number) => {
    if (end > textFrom) stack.add({ type: 'text', text: unescapeMrkdwn(source.slice(textFrom, end)) });
  };

  for (;;) {
    beginning.lastIndex = position;
    const match = beginning.exec(source);
    if (match === null) break;
    const at = match.index;
    const found = match[0];
    position = at + found.length;
    if (isDelimiter(found)) {
      const closes = canClose(source, at);
      const opens = canOpen(source, at);
      if (!closes && !opens) continue;
      addTextUntil(at);
      textFrom = position;
      if (closes && stack.close(found)) continue;
      if (opens) stack.open(found);
      else textFrom = at;
      continue;
    }
    const atom = read(source, at);
    if (atom === null) continue;
    addTextUntil(at);
    stack.add(atom.node);
    textFrom = position = atom.end;
  }
  addTextUntil(source.length);
  return stack.finish();
}

function isDelimiter(found: string): found is Delimiter {
  return found === '*' || found === '_' || found === '~';
}

function readAtom(source: string, at: number): Atom | null {
  const first = source[at];
  if (first === '<') return readAngleToken(source, at, parseLabel);
  if (first === '`' || first === ':') return readLabelAtom(source, at);
  return first === '*' || first === '_' || first === '~' ? null : readBareUrl(source, at);
}

function readLabelAtom(source: string, at: number): Atom | null {
  if (source[at] === '`') return readInlineCode(source, at);
  return source[at] === ':' ? readEmoji(source, at) : null;
}

/** Code may hold spaces at its ends, and a word may go on after it, but not lead into it: 5`, 6`. */
function readInlineCode(source: string, at: number): Atom | null {
  if (isAfterWord(source, at)) return null;
  code.lastIndex = at;
  const match = code.exec(source);
  return match?.[1] === undefined
    ? null
    : { node: { type: 'code', text: readCode(match[1]) }, end: at + match[0].length };
}

function readEmoji(source: string, at: number): Atom | null {
  emoji.lastIndex = at;
  const match = emoji.exec(source);
  const name = match?.[1];
  if (match === null || name === undefined) return null;
  // 10:30:59 is a time of day.
  if (/^\d+$/.test(name) && isAfterWord(source, at)) return null;
  const skinTone = match[2] === undefined ? null : skinTones[match[2]];
  return { node: { type: 'emoji', name, skinTone: skinTone ?? null }, end: at + match[0].length };
}
