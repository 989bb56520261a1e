import { useEffect } from 'react';
import { runCommand } from './command-handlers.ts';
import { findCommand } from './find-command.ts';

/** What is in front of the page and has the keys for itself. */
const inFront = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';

/**
 * Runs the commands of the table by their keys. Whatever has the focus comes first: it prevents the default of the keys
 * that it takes. Nothing runs behind a dialog, a menu or a list of completions, which the same key may just have closed.
 */
export function useShortcuts(): void {
  useEffect(() => {
    let wasBehind = false;
    const look = () => {
      wasBehind = document.querySelector(inFront) !== null;
    };
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || wasBehind) return;
      const id = findCommand(event);
      if (id === null || (isField(event.target) && !isFree(event))) return;
      if (runCommand(id)) event.preventDefault();
    };
    window.addEventListener('keydown', look, { capture: true });
    window.addEventListener('keydown', press);
    return () => {
      window.removeEventListener('keydown', look, { capture: true });
      window.removeEventListener('keydown', press);
    };
  }, []);
}

/** A plain field, in which arrows and Escape have meanings of their own. Composers take what they need by themselves. */
function isField(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('input, textarea, select');
}

function isFree(event: KeyboardEvent): boolean {
  return event.ctrlKey || event.metaKey || /^F\d/.test(event.key);
}
