import { closeDialog, dialogRequest, openDialog } from '../app/dialog-request.ts';

/**
 * Whoever knows the palette types on at once, but it comes a moment after it was asked for. This is the order that matters:
 *
 * 1. `openPalette` collects what is typed from then on. Nothing of it reaches what has the focus.
 * 2. The palette is fetched and drawn, and its dialog brings the focus to the field, which takes several frames.
 * 3. The field has the focus and calls `takeTyping`. From now on the keys are its own.
 *
 * Should it be closed before, nothing is collected any more.
 */
export function openPalette(): void {
  if (collecting === null) collect();
  openDialog({ kind: 'palette', mode: 'all' });
}

/** What was typed before the field had the focus; nothing when it has had it for longer. */
export function takeTyping(): string {
  const typed = collecting?.typed ?? '';
  collecting?.stop();
  return typed;
}

let collecting: { typed: string; stop: () => void } | null = null;

function collect(): void {
  const press = (event: KeyboardEvent) => {
    if (collecting === null || isShortcut(event)) return;
    if (event.key === 'Escape') closeDialog();
    else if (event.key === 'Backspace') collecting.typed = collecting.typed.slice(0, -1);
    else if (event.key.length === 1) collecting.typed += event.key;
    event.preventDefault();
    event.stopPropagation();
  };
  const stopUnlessOpen = () => {
    if (dialogRequest.get()?.kind !== 'palette') collecting?.stop();
  };
  window.addEventListener('keydown', press, { capture: true });
  const unsubscribe = dialogRequest.subscribe(stopUnlessOpen);
  const stop = () => {
    window.removeEventListener('keydown', press, { capture: true });
    unsubscribe();
    collecting = null;
  };
  collecting = { typed: '', stop };
}

/** With Enter they would send a message. AltGr is no modifier: many a sign is typed with it. */
function isShortcut(event: KeyboardEvent): boolean {
  if (event.isComposing) return true;
  return (
    (event.ctrlKey || event.metaKey || event.altKey) && event.key !== 'Enter' && !event.getModifierState('AltGraph')
  );
}
