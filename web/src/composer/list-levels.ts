import { $isListItemNode } from '@lexical/list';
import { $findMatchingParent } from '@lexical/utils';
import {
  $getSelection,
  $isRangeSelection,
  INDENT_CONTENT_COMMAND,
  type LexicalEditor,
  OUTDENT_CONTENT_COMMAND,
} from 'lexical';
import { maxListDepth } from '../../../shared/mrkdwn/tree.ts';

/** Moves the selected items of a list a level in or out, as far as they can go; false outside of lists. */
export function $moveItem(editor: LexicalEditor, to: 'in' | 'out'): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return false;
  const item = $findMatchingParent(selection.anchor.getNode(), $isListItemNode);
  if (item === null) return false;
  // The first of a list has none above that it could go under.
  const canGoIn = item.getPreviousSibling() !== null && item.getIndent() + 1 < maxListDepth;
  if (to === 'out') editor.dispatchCommand(OUTDENT_CONTENT_COMMAND, undefined);
  else if (canGoIn) editor.dispatchCommand(INDENT_CONTENT_COMMAND, undefined);
  return true;
}
