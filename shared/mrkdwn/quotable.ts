import { readCode } from './angle-token.ts';
import { parseInline } from './inline.ts';
import { buildLists, getListLine, type ListLine } from './list.ts';
import type { Piece } from './logical-lines.ts';
import type { Inline, QuotableBlock } from './tree.ts';

/** Parses lines to the blocks that may also stand in a quote: paragraphs, lists and code. */
export function parseQuotable(lines: readonly Piece[][]): QuotableBlock[] {
  const blocks: QuotableBlock[] = [];
  let paragraph: string[] = [];
  let items: ListLine[] = [];
  const flush = () => {
    if (paragraph.length > 0) blocks.push({ type: 'paragraph', children: parseParagraph(paragraph) });
    for (const list of buildLists(items)) blocks.push(list);
    paragraph = [];
    items = [];
  };

  for (const piece of lines.flatMap(separateCode)) {
    if (piece.type === 'code-block') {
      flush();
      blocks.push({ type: 'code-block', text: readCode(piece.text.replace(/^\n|\n$/g, '')) });
      continue;
    }
    const item = getListLine(piece.text);
    if (item === null ? items.length > 0 : paragraph.length > 0) flush();
    if (item === null) paragraph.push(piece.text);
    else items.push(item);
  }
  flush();
  return blocks;
}

/** One piece a row: code is a block of its own wherever it stands, and the spaces around it are dropped. */
function separateCode(line: readonly Piece[]): Piece[] {
  if (line.length === 0) return [{ type: 'text', text: '' }];
  if (line.every((piece) => piece.type === 'text')) return [...line];
  return line
    .map((piece) => (piece.type === 'text' ? { ...piece, text: piece.text.trim() } : piece))
    .filter((piece) => piece.text !== '');
}

function parseParagraph(lines: readonly string[]): Inline[] {
  const children: Inline[] = [];
  for (const [index, line] of lines.entries()) {
    if (index > 0) children.push({ type: 'line-break' });
    for (const inline of parseInline(line)) children.push(inline);
  }
  return children;
}
