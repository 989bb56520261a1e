import { $isCodeNode } from '@lexical/code';
import { $findMatchingParent } from '@lexical/utils';
import {
  $createTextNode,
  $getRoot,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  type LexicalEditor,
  type TextNode,
} from 'lexical';
import { findTrigger, type Trigger } from './completion.ts';
import type { MentionKind } from './document.ts';
import { $createMentionNode, MentionNode } from './mention-node.ts';

/** What a choice puts in the place of what was typed. */
export type Insertion =
  | { mention: MentionKind; id: string; text: string }
  /** `emoji`: the name of the one that it is. */
  | { text: string; emoji?: string };

/** What the caret asks to be completed; null for nothing, and always in code. */
export function $getTrigger(): Trigger | null {
  const place = $getCaret();
  if (!place) return null;
  const isAtStart = $getRoot().getFirstDescendant() === place.node;
  return findTrigger(place.node.getTextContent().slice(0, place.offset), isAtStart);
}

/** Replaces the trigger before the caret, and sets a space after it. */
export function completeWith(editor: LexicalEditor, insertion: Insertion): void {
  editor.update(() => {
    const place = $getCaret();
    const trigger = $getTrigger();
    if (!place || !trigger) return;
    const parts = place.node.splitText(trigger.start, place.offset);
    const typed = trigger.start === 0 ? parts[0] : parts[1];
    if (!typed) return;
    const node =
      'mention' in insertion
        ? $createMentionNode(insertion.mention, insertion.id, insertion.text)
        : $createTextNode(insertion.text);
    node.setFormat(typed.getFormat());
    typed.replace(node);
    const next = node.getNextSibling();
    if ($isTextNode(next) && next.getTextContent().startsWith(' ')) next.select(1, 1);
    else {
      const space = $createTextNode(' ');
      node.insertAfter(space);
      space.select(1, 1);
    }
  });
}

function $getCaret(): { node: TextNode; offset: number } | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
  const node = selection.anchor.getNode();
  if (!$isTextNode(node) || node instanceof MentionNode || node.hasFormat('code')) return null;
  if ($findMatchingParent(node, $isCodeNode) !== null) return null;
  return { node, offset: selection.anchor.offset };
}
