import {
  $getRoot,
  $getSelection,
  $isRangeSelection,
  $setSelection,
  type BaseSelection,
  type LexicalEditor,
} from 'lexical';
import { useState } from 'react';
import { applyLink } from './format-commands.ts';

/** The form that asks where a link leads, and the selection that becomes one. */
export function useLinkForm(editor: LexicalEditor) {
  const [selection, setSelection] = useState<BaseSelection | null>(null);
  return {
    isOpen: selection !== null,
    open: () => setSelection(editor.read(() => $getSelection()?.clone() ?? $getRoot().selectEnd())),
    /** With null nothing becomes a link. */
    close(url: string | null) {
      editor.update(() => {
        if (selection) $setSelection(selection.clone());
        const current = $getSelection();
        if (url !== null && $isRangeSelection(current) && current.isCollapsed()) current.insertText(url);
      });
      if (url !== null && selection && !selection.isCollapsed()) applyLink(editor, url);
      setSelection(null);
      editor.focus();
    },
  };
}
