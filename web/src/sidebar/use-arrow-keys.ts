import { type KeyboardEvent, useCallback } from 'react';
import { placeAfter } from '../channel/place-after.ts';

/** Arrows, Home and End go through the sidebar; Tab goes past it. */
export function useArrowKeys() {
  return useCallback((event: KeyboardEvent<HTMLElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const steps = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-step], [data-row]')];
    const from = steps.findIndex((step) => step === event.target);
    const to = from < 0 ? null : placeAfter(event.key, from, steps.length);
    const next = to === null ? undefined : steps[to];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }, []);
}
