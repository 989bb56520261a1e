import { useCallback, useEffect, useRef, useState } from 'react';
import { sentenceFor } from './error-sentences.ts';

/** One asynchronous thing that a form or a button does: whether it is under way, and what went wrong with it. */
export interface Action<A extends unknown[]> {
  run: (...args: A) => void;
  isBusy: boolean;
  error: string | null;
  clearError: () => void;
}

export function useAction<A extends unknown[]>(perform: (...args: A) => Promise<void>): Action<A> {
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const latest = useRef(perform);
  latest.current = perform;
  const isMounted = useRef(true);
  useEffect(() => {
    isMounted.current = true;
    return () => {
      isMounted.current = false;
    };
  }, []);

  const run = useCallback((...args: A) => {
    setBusy(true);
    setError(null);
    latest
      .current(...args)
      .catch((reason: unknown) => isMounted.current && setError(sentenceFor(reason)))
      .finally(() => isMounted.current && setBusy(false));
  }, []);
  return { run, isBusy, error, clearError: useCallback(() => setError(null), []) };
}
