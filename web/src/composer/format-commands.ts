import { $createCodeNode, $isCodeNode } from '@lexical/code';
import { $isLinkNode, TOGGLE_LINK_COMMAND } from '@lexical/link';
import {
  $isListNode,
  INSERT_ORDERED_LIST_COMMAND,
  INSERT_UNORDERED_LIST_COMMAND,
  REMOVE_LIST_COMMAND,
} from '@lexical/list';
import { $createQuoteNode, $isQuoteNode } from '@lexical/rich-text';
import { $setBlocksType } from '@lexical/selection';
import { $findMatchingParent } from '@lexical/utils';
import {
  $createParagraphNode,
  $getSelection,
  $isRangeSelection,
  type ElementNode,
  FORMAT_TEXT_COMMAND,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';

export type Format = 'bold' | 'italic' | 'strikethrough' | 'code' | 'link' | 'bullet' | 'number' | 'quote' | 'block';

/** What is in force at the caret. */
export type ActiveFormats = ReadonlySet<Format>;

/** The key of each format, with Ctrl or ⌘; `shift` as in Slack. */
export const formatKeys: Record<Format, { code: string; shift: boolean; shown: string }> = {
  bold: { code: 'KeyB', shift: false, shown: 'B' },
  italic: { code: 'KeyI', shift: false, shown: 'I' },
  strikethrough: { code: 'KeyX', shift: true, shown: 'Shift+X' },
  code: { code: 'KeyC', shift: true, shown: 'Shift+C' },
  link: { code: 'KeyU', shift: true, shown: 'Shift+U' },
  number: { code: 'Digit7', shift: true, shown: 'Shift+7' },
  bullet: { code: 'Digit8', shift: true, shown: 'Shift+8' },
  quote: { code: 'Digit9', shift: true, shown: 'Shift+9' },
  block: { code: 'KeyC', shift: true, shown: 'Alt+Shift+C' },
};

/** The format of a key with its modifiers. Links are left to the composer, which has to ask for a URL. */
export function formatOfKey(event: KeyboardEvent): Exclude<Format, 'link'> | null {
  if (!event.metaKey && !event.ctrlKey) return null;
  if (event.altKey) return event.shiftKey && event.code === 'KeyC' ? 'block' : null;
  for (const format of ['bold', 'italic', 'strikethrough', 'code', 'number', 'bullet', 'quote'] as const) {
    if (formatKeys[format].code === event.code && formatKeys[format].shift === event.shiftKey) return format;
  }
  return null;
}

/** Turns a format on or, where it is in force, off. */
export function applyFormat(editor: LexicalEditor, format: Exclude<Format, 'link'>): void {
  const isOn = editor.read($getActiveFormats).has(format);
  switch (format) {
    case 'bold':
    case 'italic':
    case 'strikethrough':
    case 'code':
      editor.dispatchCommand(FORMAT_TEXT_COMMAND, format);
      break;
    case 'bullet':
      editor.dispatchCommand(isOn ? REMOVE_LIST_COMMAND : INSERT_UNORDERED_LIST_COMMAND, undefined);
      break;
    case 'number':
      editor.dispatchCommand(isOn ? REMOVE_LIST_COMMAND : INSERT_ORDERED_LIST_COMMAND, undefined);
      break;
    case 'quote':
      setBlocks(editor, isOn ? $createParagraphNode : $createQuoteNode);
      break;
    case 'block':
      setBlocks(editor, isOn ? $createParagraphNode : $createCodeNode);
  }
}

/** Makes the selection a link; with null takes the link away. */
export function applyLink(editor: LexicalEditor, url: string | null): void {
  editor.dispatchCommand(TOGGLE_LINK_COMMAND, url);
}

export function $getActiveFormats(): ActiveFormats {
  const selection = $getSelection();
  const active = new Set<Format>();
  if (!$isRangeSelection(selection)) return active;
  for (const format of ['bold', 'italic', 'strikethrough', 'code'] as const) {
    if (selection.hasFormat(format)) active.add(format);
  }
  const node = selection.anchor.getNode();
  if (isInside(node, $isLinkNode)) active.add('link');
  if (isInside(node, $isQuoteNode)) active.add('quote');
  if (isInside(node, $isCodeNode)) active.add('block');
  const list = $findMatchingParent(node, $isListNode);
  if ($isListNode(list)) active.add(list.getListType() === 'number' ? 'number' : 'bullet');
  return active;
}

function isInside(node: LexicalNode, is: (node: LexicalNode) => boolean): boolean {
  return $findMatchingParent(node, is) !== null;
}

function setBlocks(editor: LexicalEditor, create: () => ElementNode): void {
  editor.update(() => $setBlocksType($getSelection(), create));
}
