import { useSyncExternalStore } from 'react';

/** One column instead of two; the same width is in the style sheets. */
const query = matchMedia('(width < 720px)');

export function useIsNarrow(): boolean {
  return useSyncExternalStore(
    (listener) => {
      query.addEventListener('change', listener);
      return () => query.removeEventListener('change', listener);
    },
    () => query.matches,
  );
}
