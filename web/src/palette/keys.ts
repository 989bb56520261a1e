/** A combination of keys as the table of commands writes it: `Mod+Shift+K`. `Mod` is ⌘ on Apple's machines, else Ctrl. */
export type Keys = string;

/** What of a keyboard event decides. */
export interface PressedKeys {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

/** Signs that other keyboards have elsewhere: where the key lies on an American one. */
const codes: Record<string, string> = { '[': 'BracketLeft', ']': 'BracketRight', '\\': 'Backslash', '/': 'Slash' };

export function matchesKeys(keys: Keys, event: PressedKeys, isApple = isAppleDevice()): boolean {
  const { wanted, mod, shift, alt } = parse(keys);
  if (event.altKey !== alt) return false;
  if ((isApple ? event.metaKey : event.ctrlKey) !== mod || (isApple ? event.ctrlKey : event.metaKey)) return false;
  const isSign = wanted.length === 1 && !/[a-z]/i.test(wanted);
  // A sign may need Shift where the keyboard is another one.
  if (event.shiftKey !== shift && !(isSign && !shift && event.key === wanted)) return false;
  return event.key.toLowerCase() === wanted.toLowerCase() || (isSign && event.code === codes[wanted]);
}

/** As a person reads it: `⇧⌘K`, or `Ctrl+Shift+K`. */
export function formatKeys(keys: Keys, isApple = isAppleDevice()): string {
  return keyCaps(keys, isApple).join(isApple ? '' : '+');
}

/** The keys one by one, to be drawn as keys. */
export function keyCaps(keys: Keys, isApple = isAppleDevice()): string[] {
  const { wanted, mod, shift, alt } = parse(keys);
  const name = names[wanted] ?? (wanted.length === 1 ? wanted.toUpperCase() : wanted);
  if (isApple) return [alt && '⌥', shift && '⇧', mod && '⌘', name].filter((cap) => cap !== false);
  return [mod && 'Ctrl', alt && 'Alt', shift && 'Shift', name].filter((cap) => cap !== false);
}

const names: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  Delete: 'Del',
  Enter: '↵',
};

function parse(keys: Keys) {
  const parts = keys.split('+');
  return {
    wanted: parts.at(-1) ?? '',
    mod: parts.includes('Mod'),
    shift: parts.includes('Shift'),
    alt: parts.includes('Alt'),
  };
}

export function isAppleDevice(): boolean {
  return typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);
}
