import { $findMatchingParent } from '@lexical/utils';
import {
  $createParagraphNode,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  type EditorState,
  type ElementNode,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import { looksLikeCode } from './code-like.ts';
import { $createCode } from './fence.ts';

/** Code that was pasted as text, and how everything was before. */
export interface CodePaste {
  before: EditorState;
  text: string;
  lines: number;
}

/** What a paste will be offered as a block of code; null for what is none. Ask before the paste is done. */
export function getCodePaste(editor: LexicalEditor, data: DataTransfer | null): CodePaste | null {
  const text = (data?.getData('text/plain') ?? '').replace(/\r\n?/g, '\n').replace(/^\n+|\s+$/g, '');
  const lines = text.split('\n').length;
  // Visual Studio Code says that what it copies is code.
  const isSaidToBeCode = data?.types.includes('vscode-editor-data') ?? false;
  if (lines < 2 || !(isSaidToBeCode || looksLikeCode(text))) return null;
  return { before: editor.getEditorState(), text, lines };
}

/** Takes the pasted text back and puts a block of code in its place, with the caret after it. */
export function pasteAsCode(editor: LexicalEditor, { before, text }: CodePaste): void {
  editor.setEditorState(before);
  editor.update(() => {
    const selection = $getSelection() ?? $getRoot().selectEnd();
    if (!$isRangeSelection(selection)) return;
    if (!selection.isCollapsed()) selection.removeText();
    const code = $createCode(text);
    const block = $findMatchingParent(selection.anchor.getNode(), isTopLevel);
    if (block === null) $getRoot().append(code);
    else if (block.getTextContent().trim() === '' && block.getType() === 'paragraph') block.replace(code);
    else block.insertAfter(code);
    const next = code.getNextSibling() ?? code.insertAfter($createParagraphNode());
    if ($isElementNode(next)) next.selectStart();
  });
  editor.focus();
}

function isTopLevel(node: LexicalNode): node is ElementNode {
  return $isElementNode(node) && node.getParent() === $getRoot();
}
