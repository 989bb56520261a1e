import { useCallback, useEffect, useRef, useState } from 'react';
import { sentenceFor } from './error-sentences.ts';

export type Loaded<T> = { kind: 'loading' } | { kind: 'failed'; error: string } | { kind: 'loaded'; value: T };

/** Loads something when the component appears; `reload` does it again and keeps what is shown until then. */
export function useLoad<T>(load: () => Promise<T>): { state: Loaded<T>; reload: () => void } {
  const [state, setState] = useState<Loaded<T>>({ kind: 'loading' });
  const current = useRef<object | null>(null);

  const run = useCallback(() => {
    const mine = {};
    current.current = mine;
    load().then(
      (value) => current.current === mine && setState({ kind: 'loaded', value }),
      (error: unknown) => current.current === mine && setState({ kind: 'failed', error: sentenceFor(error) }),
    );
  }, [load]);

  useEffect(() => {
    run();
    return () => {
      current.current = null;
    };
  }, [run]);
  return { state, reload: run };
}
