import type { Message } from '../../../shared/message.ts';
import type { MessageActions } from './actions.ts';

interface Possible {
  canEdit: boolean;
  canDelete: boolean;
  canThread: boolean;
  isGone: boolean;
}

interface PressedKey {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  preventDefault: () => void;
}

/** What a key does to the message that has the focus. Keys with modifiers are the browser's. */
export function handleMessageKey(
  event: PressedKey,
  message: Message,
  actions: MessageActions,
  possible: Possible,
): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const act = actionOf(event.key.toLowerCase(), message, actions, possible);
  if (!act) return;
  event.preventDefault();
  act();
}

function actionOf(key: string, message: Message, actions: MessageActions, possible: Possible): (() => void) | null {
  if (key === 't' || key === 'enter')
    return possible.canThread ? () => actions.openThread(message.thread_ts ?? message.ts) : null;
  if (possible.isGone) return null;
  if (key === 'e') return possible.canEdit ? () => actions.edit(message.ts) : null;
  if (key === 'delete' || key === 'backspace') return possible.canDelete ? () => actions.remove(message) : null;
  if (key === 'l') return () => actions.copyLink(message);
  return key === 'c' ? () => actions.copyText(message) : null;
}
