import { useEffect, useReducer } from 'react';
import { BoundedMap } from '../../../../shared/bounded-map.ts';
import type { CodePiece } from './read-highlighted.ts';

type Highlighted = { pieces: CodePiece[] | null };

/** Rows come and go while one scrolls; what was coloured once is so at once the next time. */
const known = new BoundedMap<string, Highlighted>(200);

/** The code in coloured pieces, once those have come; null as long as it is plain. Its letters never move. */
export function useHighlighted(code: string, language: string | null): CodePiece[] | null {
  const key = `${language ?? ''}\n${code}`;
  const [, showAgain] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    if (known.get(key)) return;
    let cancel = () => {};
    let isMounted = true;
    import('./highlight.ts').then(
      ({ highlight }) => {
        if (!isMounted) return;
        // To guess a language takes a while: not while somebody scrolls.
        cancel = whenIdle(() => {
          known.set(key, { pieces: highlight(code, language) });
          showAgain();
        });
      },
      // Without it the code is plain.
      () => undefined,
    );
    return () => {
      isMounted = false;
      cancel();
    };
  }, [key, code, language]);
  return known.get(key)?.pieces ?? null;
}

function whenIdle(act: () => void): () => void {
  if (window.requestIdleCallback) {
    const handle = window.requestIdleCallback(act, { timeout: 1000 });
    return () => window.cancelIdleCallback(handle);
  }
  const timer = setTimeout(act, 50);
  return () => clearTimeout(timer);
}
