/** Keys that take the focus from one thing to another. */
const movingKeys = new Set(['Tab', 'F6', 'ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End']);

/** Which element has the focus because a key led there. */
export interface KeyboardFocus<Place> {
  pressed: (key: string) => void;
  pointed: () => void;
  focused: (place: Place) => void;
  isBy: (place: Place) => boolean;
  /** Whether Tab is the last that was pressed. */
  isByTab: () => boolean;
}

/**
 * Single keys do things to a message that has the focus, but a click gives it the focus too, and whoever clicks and then
 * writes means the composer. So they count only for what the keyboard has led to, until the pointer is used. What gets the
 * focus back from a menu is as it was before.
 */
export function createKeyboardFocus<Place>(): KeyboardFocus<Place> {
  let lastKey = '';
  let current: Place | null = null;
  return {
    pressed(key) {
      lastKey = key;
    },
    pointed() {
      lastKey = '';
      current = null;
    },
    focused(place) {
      if (movingKeys.has(lastKey)) current = place;
    },
    isBy: (place) => current === place,
    isByTab: () => lastKey === 'Tab',
  };
}

/** The page's own. */
export const keyboardFocus = createKeyboardFocus<Element>();

if (typeof window !== 'undefined') {
  window.addEventListener('keydown', ({ key }) => keyboardFocus.pressed(key), { capture: true });
  window.addEventListener('pointerdown', keyboardFocus.pointed, { capture: true });
}
