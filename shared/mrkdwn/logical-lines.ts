/** A part of a line: text, or the source between two fences. Only the latter has line breaks in it. */
export interface Piece {
  type: 'text' | 'code-block';
  text: string;
}

const fence = '```';

/**
 * Splits at the line breaks outside ``` fences, so that a fence belongs to the line, and thus to the quote, that it
 * begins on. A fence without an end, or with nothing in it, is text. Pieces are still encoded.
 */
export function splitLogicalLines(text: string): Piece[][] {
  let line: Piece[] = [];
  const lines = [line];
  const addText = (part: string) => {
    part.split('\n').forEach((piece, index) => {
      if (index > 0) lines.push((line = []));
      if (piece !== '') line.push({ type: 'text', text: piece });
    });
  };

  let textFrom = 0;
  let open = text.indexOf(fence);
  while (open >= 0) {
    const contentFrom = open + fence.length;
    const close = text.indexOf(fence, contentFrom);
    if (close < 0) break;
    const content = text.slice(contentFrom, close);
    if (content.trim() === '') {
      // The fence that ended nothing may begin something.
      open = close;
      continue;
    }
    addText(text.slice(textFrom, open));
    line.push({ type: 'code-block', text: content });
    textFrom = close + fence.length;
    open = text.indexOf(fence, textFrom);
  }
  addText(text.slice(textFrom));
  return lines;
}
