import type { Message } from '../../../shared/message.ts';
import type { MessageActions } from '../message/actions.ts';

/** Opens the picker of reactions for the message that has the focus, else for this one. False where there is none on screen. */
export function pickReaction(message: Message, actions: MessageActions): boolean {
  const focused = document.activeElement?.closest<HTMLElement>('[role="log"] [data-ts]');
  if (focused) {
    // The row knows its message: it takes the key as if it had been pressed on it.
    focused.dispatchEvent(new KeyboardEvent('keydown', { key: 'r', bubbles: true, cancelable: true }));
    return true;
  }
  const row = document.querySelector<HTMLElement>(`[role="log"] [data-ts="${CSS.escape(message.ts)}"]`);
  if (!row) return false;
  const returnFocusTo = document.activeElement instanceof HTMLElement ? document.activeElement : null;
  actions.pickReaction(message, { anchor: row, returnFocusTo });
  return true;
}
