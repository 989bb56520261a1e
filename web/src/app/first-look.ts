import { type ComponentType, lazy, type LazyExoticComponent, useEffect } from 'react';

/** What never comes to be shown holds nothing up for longer. Milliseconds. */
const patience = 3_000;

let end = (): void => undefined;

/** Resolves when the page has painted what it was opened for: the messages of a conversation, mostly. */
export const firstLook = new Promise<void>((resolve) => {
  end = resolve;
});
setTimeout(end, patience);

/** The view that people wait for says when it has something to show. */
export function useFirstLook(isShown: boolean): void {
  useEffect(() => {
    if (!isShown) return;
    // The task after the frame in which it is painted.
    const frame = requestAnimationFrame(() => setTimeout(end));
    return () => cancelAnimationFrame(frame);
  }, [isShown]);
}

/** A component that is nearly always needed, but never first: its script does not hold up what people look at first. */
export function lazyAfterwards<Props>(
  load: () => Promise<{ default: ComponentType<Props> }>,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => {
    await firstLook;
    return load();
  });
}
