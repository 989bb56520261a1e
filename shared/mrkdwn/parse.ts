import { type Piece, splitLogicalLines } from './logical-lines.ts';
import { parseQuotable } from './quotable.ts';
import type { Block } from './tree.ts';

const quoteMark = /^(?:>|&gt;) ?/;
const quoteRestMark = /^(?:>>>|&gt;&gt;&gt;) ?/;

/**
 * Parses Slack's mrkdwn, as it is on the wire with `&`, `<` and `>` escaped. Total: every string has a tree, and what
 * is not syntax is text. Linear in the length; the caller caps that. The rules are those of
 * https://docs.slack.dev/messaging/formatting-message-text and, where it is silent, what Slack was seen to do.
 */
export function parseMrkdwn(text: string): Block[] {
  if (text === '') return [];
  const lines = splitLogicalLines(text.replaceAll('\r\n', '\n'));
  const blocks: Block[] = [];
  let plain: Piece[][] = [];
  let quoted: Piece[][] = [];
  const flush = () => {
    for (const block of parseQuotable(plain)) blocks.push(block);
    if (quoted.length > 0) blocks.push({ type: 'quote', children: parseQuotable(quoted) });
    plain = [];
    quoted = [];
  };

  for (const [index, line] of lines.entries()) {
    if (begins(line, quoteRestMark)) {
      flush();
      quoted = [withoutMark(line, quoteRestMark), ...lines.slice(index + 1)];
      break;
    }
    const isQuoted = begins(line, quoteMark);
    if (isQuoted ? plain.length > 0 : quoted.length > 0) flush();
    if (isQuoted) quoted.push(withoutMark(line, quoteMark));
    else plain.push(line);
  }
  flush();
  return blocks;
}

function begins(line: readonly Piece[], mark: RegExp): boolean {
  return line[0]?.type === 'text' && mark.test(line[0].text);
}

function withoutMark(line: readonly Piece[], mark: RegExp): Piece[] {
  return line.map((piece, index) => {
    if (piece.type === 'code-block') return { ...piece, text: withoutInnerMarks(piece.text) };
    return index === 0 ? { ...piece, text: piece.text.replace(mark, '') } : piece;
  });
}

/** Code over several quoted lines has the quote's mark on each of them but the first, or on none. */
function withoutInnerMarks(code: string): string {
  const [first = '', ...rest] = code.split('\n');
  if (!rest.every((line) => quoteMark.test(line))) return code;
  return [first, ...rest.map((line) => line.replace(quoteMark, ''))].join('\n');
}
