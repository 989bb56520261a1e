import {
  $createParagraphNode,
  $createTextNode,
  $isElementNode,
  type DOMConversionMap,
  type ElementNode,
  type LexicalNode,
} from 'lexical';

const separator = ' | ';

/** A message has no tables: of one that is pasted each row becomes a line. */
export const tableRows: DOMConversionMap = {
  tr: () => ({ priority: 0, conversion: () => ({ node: $createParagraphNode(), after: $joinCells }) }),
  td: () => ({ priority: 0, conversion: () => ({ node: $createParagraphNode() }) }),
  th: () => ({ priority: 0, conversion: () => ({ node: $createParagraphNode() }) }),
};

/** What stands between the cells is white space of the source. An empty cell keeps its place. */
function $joinCells(cells: LexicalNode[]): LexicalNode[] {
  return cells
    .filter(isBlock)
    .flatMap((cell, index) => (index === 0 ? $inlinesOf(cell) : [$createTextNode(separator), ...$inlinesOf(cell)]));
}

/** What a cell says, in one line. */
function $inlinesOf(node: LexicalNode): LexicalNode[] {
  if (!isBlock(node)) return [node];
  return node
    .getChildren()
    .flatMap((child, index) =>
      index > 0 && isBlock(child) ? [$createTextNode(' '), ...$inlinesOf(child)] : $inlinesOf(child),
    );
}

function isBlock(node: LexicalNode): node is ElementNode {
  return $isElementNode(node) && !node.isInline();
}
