import { autoLinkUrlMatcher, registerAutoLink, TOGGLE_LINK_COMMAND, $toggleLink } from '@lexical/link';
import { $isCodeNode } from '@lexical/code';
import { registerList } from '@lexical/list';
import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerMarkdownShortcuts } from '@lexical/markdown';
import { registerRichText } from '@lexical/rich-text';
import { mergeRegister } from '@lexical/utils';
import {
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_EDITOR,
  COMMAND_PRIORITY_HIGH,
  COMMAND_PRIORITY_LOW,
  KEY_ARROW_DOWN_COMMAND,
  KEY_ARROW_UP_COMMAND,
  KEY_DOWN_COMMAND,
  KEY_ENTER_COMMAND,
  KEY_ESCAPE_COMMAND,
  KEY_TAB_COMMAND,
  type LexicalEditor,
  PASTE_COMMAND,
} from 'lexical';
import { getSafeUrl } from '../../../shared/mrkdwn/safe-url.ts';
import { applyFormat, formatOfKey } from './format-commands.ts';
import { $breakLine, $opensCode } from './line-break.ts';
import { $moveItem } from './list-levels.ts';
import { shortcuts } from './shortcuts.ts';

interface ComposerEvents {
  onSubmit: () => void;
  onEscape: () => boolean;
  /** ArrowUp with nothing written. */
  onArrowUpEmpty: () => boolean;
  isEmpty: () => boolean;
  /** Something is pasted; before it is in the text. */
  onPaste: (data: DataTransfer | null) => void;
}

/** On a touch screen Enter is a new line: there is a button to send, and no Shift within reach. */
const hasTouchKeyboard = () => matchMedia('(pointer: coarse)').matches;

/** Gives the editor its behaviour; returns what takes it away again. */
export function registerComposer(editor: LexicalEditor, events: ComposerEvents): () => void {
  return mergeRegister(
    registerRichText(editor),
    registerHistory(editor, createEmptyHistoryState(), 400),
    registerList(editor),
    registerMarkdownShortcuts(editor, shortcuts),
    registerAutoLink(editor, { matchers: [autoLinkUrlMatcher], changeHandlers: [], excludeParents: [$isCodeNode] }),
    editor.registerCommand(
      TOGGLE_LINK_COMMAND,
      (payload) => {
        if (typeof payload === 'string' || payload === null) $toggleLink(payload);
        return true;
      },
      COMMAND_PRIORITY_EDITOR,
    ),
    editor.registerCommand(
      KEY_ENTER_COMMAND,
      (event) => {
        if (event?.isComposing) return false;
        event?.preventDefault();
        const isForced = Boolean(event?.metaKey || event?.ctrlKey);
        if (!isForced && (event?.shiftKey || hasTouchKeyboard() || $opensCode())) $breakLine(editor);
        else events.onSubmit();
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      KEY_ESCAPE_COMMAND,
      (event) => {
        if (events.onEscape()) event.preventDefault();
        // The rich text's own answer would be to give up the focus.
        return true;
      },
      COMMAND_PRIORITY_LOW,
    ),
    editor.registerCommand(
      KEY_TAB_COMMAND,
      (event) => {
        if (!$moveItem(editor, event.shiftKey ? 'out' : 'in')) return false;
        event.preventDefault();
        return true;
      },
      COMMAND_PRIORITY_LOW,
    ),
    // With Alt they lead to other conversations, and are none of the editor's.
    editor.registerCommand(KEY_ARROW_DOWN_COMMAND, (event) => event.altKey, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(KEY_ARROW_UP_COMMAND, (event) => event.altKey, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(
      KEY_ARROW_UP_COMMAND,
      (event) => {
        if (!events.isEmpty() || !events.onArrowUpEmpty()) return false;
        event.preventDefault();
        return true;
      },
      COMMAND_PRIORITY_LOW,
    ),
    editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => {
        const format = formatOfKey(event);
        if (format === null) return false;
        event.preventDefault();
        applyFormat(editor, format);
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      PASTE_COMMAND,
      (event) => {
        if (!(event instanceof ClipboardEvent)) return false;
        if (linkSelection(editor, event)) return true;
        if (!$opensCode()) events.onPaste(event.clipboardData);
        return false;
      },
      COMMAND_PRIORITY_HIGH,
    ),
  );
}

/** A URL pasted over a selection makes a link of it. */
function linkSelection(editor: LexicalEditor, event: ClipboardEvent): boolean {
  const selection = $getSelection();
  const text = event.clipboardData?.getData('text/plain').trim() ?? '';
  if (!$isRangeSelection(selection) || selection.isCollapsed() || getSafeUrl(text) === null) return false;
  event.preventDefault();
  editor.dispatchCommand(TOGGLE_LINK_COMMAND, text);
  return true;
}
