import { useState } from 'react';

/**
 * For `finalFocus`: the focus goes to the element itself, even if the Tab key does not reach it; left to itself, the
 * library would go to the first thing in it. To what had the focus before when there is no such element any more.
 */
export function giveFocusTo(element: Element | null): () => boolean {
  return () => {
    if (!(element instanceof HTMLElement) || !element.isConnected || element === document.body) return true;
    element.focus();
    return false;
  };
}

/** The same for somebody who moves the focus by themselves. */
export function callInstead(moveFocus: () => void): () => false {
  return () => {
    moveFocus();
    return false;
  };
}

/** What has the focus when the component first renders: before anything in it takes it with `autoFocus`. */
export function useFocusBefore(): Element | null {
  const [before] = useState(() => document.activeElement);
  return before;
}
