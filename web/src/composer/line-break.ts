import { $isCodeNode } from '@lexical/code';
import { $isQuoteNode } from '@lexical/rich-text';
import { $findMatchingParent } from '@lexical/utils';
import {
  $createParagraphNode,
  $getSelection,
  $isElementNode,
  $isLineBreakNode,
  $isRangeSelection,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  type ElementNode,
  type LexicalEditor,
} from 'lexical';
import { $breakOpenFence, $isOpenFence } from './fence.ts';

/** The block that the caret is in: a paragraph, a quote, a list's item, code. */
function $getBlock(): ElementNode | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  return $findMatchingParent(
    selection.anchor.getNode(),
    (node): node is ElementNode => $isElementNode(node) && !node.isInline(),
  );
}

/** Whether Enter belongs to code: the caret is in it, or after a fence that begins it. */
export function $opensCode(): boolean {
  const block = $getBlock();
  return $isCodeNode(block) || $isOpenFence(block);
}

/** A new line of the same kind; on an empty line of a quote the way out of it; after a fence, code. */
export function $breakLine(editor: LexicalEditor): void {
  const block = $getBlock();
  if ($isOpenFence(block)) $breakOpenFence(block);
  else if ($isQuoteNode(block)) {
    if (!$leaveQuote(block)) editor.dispatchCommand(INSERT_LINE_BREAK_COMMAND, false);
  } else editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined);
}

function $leaveQuote(quote: ElementNode): boolean {
  const last = quote.getLastChild();
  const selection = $getSelection();
  const isAtEnd = $isRangeSelection(selection) && selection.isCollapsed() && selection.anchor.key === quote.getKey();
  if (!isAtEnd || (last !== null && !$isLineBreakNode(last))) return false;
  last?.remove();
  const paragraph = $createParagraphNode();
  if (quote.isEmpty()) quote.replace(paragraph);
  else quote.insertAfter(paragraph);
  paragraph.select();
  return true;
}
