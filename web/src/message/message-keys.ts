import type { Message } from '../../../shared/message.ts';
import { type MessageActions, type OverlayPlace, rootOf } from './actions.ts';

export interface Possible {
  canEdit: boolean;
  canDelete: boolean;
  canThread: boolean;
  /** React, pin: what others see. */
  canChange: boolean;
  isGone: boolean;
}

interface PressedKey {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  preventDefault: () => void;
}

/** What a key does to the message that has the focus: Slack's keys. Keys with modifiers are the browser's. */
export function handleMessageKey(
  event: PressedKey,
  message: Message,
  actions: MessageActions,
  possible: Possible,
  place: OverlayPlace,
): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const key = event.key === 'F10' && event.shiftKey ? 'contextmenu' : event.key.toLowerCase();
  const act = actionOf(key, message, actions, possible, place);
  if (!act) return;
  event.preventDefault();
  act();
}

function actionOf(
  key: string,
  message: Message,
  actions: MessageActions,
  possible: Possible,
  place: OverlayPlace,
): (() => void) | null {
  if (key === 't' || key === 'enter') return possible.canThread ? () => actions.openThread(rootOf(message)) : null;
  if (possible.isGone) return null;
  switch (key) {
    case 'e':
      return possible.canEdit ? () => actions.edit(message.ts) : null;
    case 'delete':
    case 'backspace':
      return possible.canDelete ? () => actions.remove(message, place.returnFocusTo) : null;
    case 'r':
      return possible.canChange ? () => actions.pickReaction(message, place) : null;
    case 'p':
      return possible.canChange ? () => actions.togglePin(message) : null;
    case 'a':
      return () => actions.toggleSaved(message);
    case 'm':
      return () => actions.remind(message, place);
    case 'u':
      return () => actions.markUnread(message);
    case 'l':
      return () => actions.copyLink(message);
    case 'c':
      return () => actions.copyText(message);
    case 'contextmenu':
      return () => actions.openMenu(message, place);
    default:
      return null;
  }
}
