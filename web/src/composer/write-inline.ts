import { escapeMrkdwn } from '../../../shared/mrkdwn/escape.ts';
import { getSafeUrl } from '../../../shared/mrkdwn/safe-url.ts';
import { type DocumentNode, formats, joiner } from './document.ts';

/** A stretch of a line under one set of styles. `source` is mrkdwn already, but for the styles' marks. */
interface Segment {
  source: string;
  styles: number;
  isSpace: boolean;
  isCode: boolean;
}

const marks: readonly [bit: number, mark: string][] = [
  [formats.bold, '*'],
  [formats.italic, '_'],
  [formats.strike, '~'],
];

const word = /[\p{L}\p{M}\p{N}]$/u;
/** What keeps a mark before it from ending a style: see shared/mrkdwn/word-boundary.ts. */
const noCloseBefore = /^[\p{L}\p{M}\p{N}@(|\\&`]/u;

/**
 * One line as mrkdwn. Marks go to the edges of words, since a mark beside a space is text; styles are closed in the order
 * opposite to their opening; where a mark would touch a word from inside, a joiner keeps them apart.
 */
export function writeInline(nodes: readonly DocumentNode[]): string {
  const segments = nodes.flatMap(segmentsOf);
  const open: number[] = [];
  let line = '';

  for (const [index, segment] of segments.entries()) {
    const wanted = segment.isSpace ? stylesAcross(segments, index) : segment.styles;
    const keep = open.findIndex((bit) => !(wanted & bit));
    const closed = open.splice(keep < 0 ? open.length : keep).reverse();
    for (const bit of closed) line = closeStyle(line, bit);
    // Marks that open stand before a word, never before a space.
    const opened = segment.isSpace ? [] : opening(segments, index, open);
    for (const bit of opened) line = openStyle(line, bit);
    open.push(...opened);
    const touchesMark = opened.length > 0 ? 'opening' : closed.length > 0 ? 'closing' : null;
    line += (needsJoiner(line, segment, touchesMark) ? joiner : '') + segment.source;
  }
  for (const bit of open.reverse()) line = closeStyle(line, bit);
  return line.replaceAll(new RegExp(`${joiner}{2,}`, 'g'), joiner);
}

function segmentsOf(node: DocumentNode): Segment[] {
  const bits = typeof node.format === 'number' ? node.format : 0;
  const styles = bits & (formats.bold | formats.italic | formats.strike);
  const atom = (source: string, isCode = false): Segment[] => [{ source, styles, isSpace: false, isCode }];
  if (node.mentionId !== undefined) return atom(writeMention(node, node.mentionId));
  // A link to nowhere that one may go is its text.
  if (node.url !== undefined && getSafeUrl(node.url) === null) return (node.children ?? []).flatMap(segmentsOf);
  if (node.url !== undefined) return [{ source: writeLink(node), styles: 0, isSpace: false, isCode: false }];
  const text = node.text ?? (node.type === 'tab' ? '\t' : '');
  if (text === '') return [];
  if (bits & formats.code && !text.includes('`') && text.trim() !== '') return atom(`\`${escapeMrkdwn(text)}\``, true);
  // Spaces at the edges are segments of their own, so that marks can stand between them and the words.
  const [, before = '', middle = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? [];
  return [before, middle, after].flatMap((part, index): Segment[] => {
    return part === '' ? [] : [{ source: escapeMrkdwn(part), styles, isSpace: index !== 1, isCode: false }];
  });
}

function writeMention({ mentionKind, text = '' }: DocumentNode, id: string): string {
  if (mentionKind === 'user') return `<@${id}>`;
  if (mentionKind === 'broadcast') return `<!${id}>`;
  // The label is for whoever cannot look the id up.
  const label = escapeMrkdwn(text.replace(/[|<>]/g, ''));
  return mentionKind === 'group' ? `<!subteam^${id}|${label}>` : `<#${id}|${label.replace(/^#/, '')}>`;
}

function writeLink(node: DocumentNode): string {
  const url = escapeMrkdwn((node.url ?? '').replaceAll('|', '%7C').replace(/[<>\s]/g, encodeURIComponent));
  const label = writeInline(node.children ?? []);
  return label === '' || label === url ? `<${url}>` : `<${url}|${label}>`;
}

/** What is open over a space: the styles that both of its neighbours have. */
function stylesAcross(segments: readonly Segment[], index: number): number {
  const before = segments.slice(0, index).findLast((segment) => !segment.isSpace);
  const after = segments.slice(index + 1).find((segment) => !segment.isSpace);
  return before && after ? before.styles & after.styles : 0;
}

/** The styles that begin here, the longest first, so that it is the outermost. */
function opening(segments: readonly Segment[], index: number, open: readonly number[]): number[] {
  const styles = segments[index]?.styles ?? 0;
  const lengthOf = (bit: number) => {
    const end = segments.slice(index).findIndex((segment) => !segment.isSpace && !(segment.styles & bit));
    return end < 0 ? segments.length : end;
  };
  return marks
    .map(([bit]) => bit)
    .filter((bit) => styles & bit && !open.includes(bit))
    .sort((a, b) => lengthOf(b) - lengthOf(a));
}

function openStyle(line: string, bit: number): string {
  const mark = markOf(bit);
  return line + (word.test(line) || line.endsWith(mark) ? joiner : '') + mark;
}

function closeStyle(line: string, bit: number): string {
  const mark = markOf(bit);
  return line + (line.endsWith(mark) ? joiner : '') + mark;
}

/** Whether the segment, right after a mark or not, would make something else of what stands before it. */
function needsJoiner(line: string, segment: Segment, touches: 'opening' | 'closing' | null): boolean {
  if (segment.isCode && (word.test(line) || line.endsWith('`'))) return true;
  if (touches === null || segment.isSpace) return false;
  if (segment.source.startsWith(line.at(-1) ?? '')) return true;
  return touches === 'closing' && noCloseBefore.test(segment.source);
}

function markOf(bit: number): string {
  return marks.find(([candidate]) => candidate === bit)?.[1] ?? '';
}
