import { CodeHighlightNode, CodeNode } from '@lexical/code';
import { AutoLinkNode, LinkNode } from '@lexical/link';
import { ListItemNode, ListNode } from '@lexical/list';
import { QuoteNode } from '@lexical/rich-text';
import {
  $createParagraphNode,
  $getRoot,
  $getSelection,
  $isRangeSelection,
  CLEAR_HISTORY_COMMAND,
  createEditor,
  type LexicalEditor,
} from 'lexical';
import type { ComposerDocument } from './document.ts';
import styles from './editor-content.module.css';
import { MentionNode } from './mention-node.ts';
import { tableRows } from './table-rows.ts';

const classOf = (name: string) => styles[name] ?? '';

/** Also what drafts and messages to edit are read with; a node type that is not here cannot be in a message. */
const composerNodes = [
  QuoteNode,
  ListNode,
  ListItemNode,
  CodeNode,
  CodeHighlightNode,
  LinkNode,
  AutoLinkNode,
  MentionNode,
];

/** An editor with that content and nothing registered on it yet. */
export function createComposerEditor(document: ComposerDocument | null): LexicalEditor {
  const editor = createEditor({
    namespace: 'composer',
    nodes: composerNodes,
    html: { import: tableRows },
    theme: {
      paragraph: classOf('paragraph'),
      quote: classOf('quote'),
      code: classOf('block'),
      link: classOf('link'),
      autolink: classOf('link'),
      mention: classOf('mention'),
      list: {
        ul: classOf('bullets'),
        ol: classOf('numbers'),
        listitem: classOf('item'),
        nested: { listitem: classOf('nested') },
      },
      text: {
        bold: classOf('bold'),
        italic: classOf('italic'),
        strikethrough: classOf('strike'),
        code: classOf('code'),
      },
    },
    // What went wrong in an update was rolled back by the editor; the page's own handler reports it.
    onError: (error) => reportError(error),
  });
  if (document) editor.setEditorState(editor.parseEditorState(JSON.stringify(document)));
  return editor;
}

/** Empty, with the caret in it, and without a way back to what was there. */
export function clearEditor(editor: LexicalEditor): void {
  editor.update(() => {
    const paragraph = $createParagraphNode();
    $getRoot().clear().append(paragraph);
    paragraph.select();
    const selection = $getSelection();
    if ($isRangeSelection(selection)) selection.format = 0;
  });
  editor.dispatchCommand(CLEAR_HISTORY_COMMAND, undefined);
}

/** Puts other content in the place of what is there; with `hasCaret` the caret goes to its end. */
export function replaceContent(editor: LexicalEditor, document: ComposerDocument, hasCaret: boolean): void {
  editor.setEditorState(editor.parseEditorState(JSON.stringify(document)), { tag: replacedTag });
  // A selection would take the focus from wherever it is.
  if (hasCaret) editor.update(() => $getRoot().selectEnd(), { tag: replacedTag });
  editor.dispatchCommand(CLEAR_HISTORY_COMMAND, undefined);
}

/** On changes that nobody typed. */
export const replacedTag = 'edgeways-replaced';

/** Puts text at the caret, or at the end, as if it had been typed. */
export function insertText(editor: LexicalEditor, text: string): void {
  editor.update(() => {
    const selection = $getSelection() ?? $getRoot().selectEnd();
    if ($isRangeSelection(selection)) selection.insertText(text);
  });
}

/** The element first: what is typed before the editor's own update belongs to it already. The caret is where it was, or at the end. */
export function focusEditor(editor: LexicalEditor, element: HTMLElement | null): void {
  const hadCaret = editor.getEditorState().read($getSelection) !== null;
  element?.focus();
  // Where there was none, the editor would take the one that the browser has just put at the beginning.
  if (!hadCaret) editor.update(() => $getRoot().selectEnd(), { tag: 'focus' });
  editor.focus();
}

export function getDocument(editor: LexicalEditor): ComposerDocument {
  return editor.getEditorState().toJSON();
}
