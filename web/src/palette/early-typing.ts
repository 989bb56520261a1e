/**
 * Whoever knows the palette types on at once. It comes a moment after it was asked for, and meanwhile the keys would go to
 * whatever has the focus: what is typed then is kept for it.
 */
let typed = '';
let stop = () => {};

export function collectTyping(): void {
  stop();
  typed = '';
  const collect = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === 'Backspace') typed = typed.slice(0, -1);
    else if (event.key.length === 1) typed += event.key;
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener('keydown', collect, { capture: true });
  stop = () => window.removeEventListener('keydown', collect, { capture: true });
}

/** What was typed so far. */
export function peekTyping(): string {
  return typed;
}

/** The same. From now on the palette has the keys itself. */
export function takeTyping(): string {
  stop();
  const taken = typed;
  typed = '';
  return taken;
}
