interface PressedKey {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

/** Whether a key would write something, or paste it, if the caret were in a text. A blank alone scrolls. */
export function isWriting({ key, ctrlKey, metaKey, altKey }: PressedKey): boolean {
  if (ctrlKey !== metaKey && !altKey) return key.toLowerCase() === 'v';
  // Both of Ctrl and Alt are how some keyboards report AltGr, which writes.
  if (metaKey || ctrlKey !== altKey) return false;
  return (key.length === 1 && key !== ' ') || key === 'Dead';
}
