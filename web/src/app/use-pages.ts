import { useCallback, useEffect, useRef, useState } from 'react';
import { sentenceFor } from './error-sentences.ts';

export interface PageOf<T> {
  items: readonly T[];
  /** Null after the last page. */
  nextCursor: string | null;
  /** Conversations of which nothing is listed, because they did not answer. */
  unreachable: readonly string[];
}

export interface Pages<T> {
  /** What is loaded of the list so far; null before the first page. */
  items: readonly T[] | null;
  hasMore: boolean;
  /** How many conversations did not answer. */
  unreachable: number;
  isLoading: boolean;
  /** Why the last page that was asked for did not come. */
  error: string | null;
  loadMore: () => void;
  /** Reads the list again from its first page; what is there stays until that has come. */
  reload: () => void;
}

/** `of`: the list that it is a part of. */
interface Loaded<T> {
  of: unknown;
  items: readonly T[];
  next: string | null;
  unreachable: ReadonlySet<string>;
}

/** A list that is loaded page by page; `load` must be the same as long as the list is. */
export function usePages<T>(load: (cursor: string | null) => Promise<PageOf<T>>, keyOf: (item: T) => string): Pages<T> {
  const [state, setState] = useState<Loaded<T> | null>(null);
  const [isLoading, setLoading] = useState(true);
  const [error, setError] = useState<string | null>(null);
  const current = useRef<object | null>(null);
  const key = useRef(keyOf);
  key.current = keyOf;

  const run = useCallback(
    (cursor: string | null) => {
      const mine = {};
      current.current = mine;
      setLoading(true);
      setError(null);
      load(cursor).then(
        (page) => {
          if (current.current !== mine) return;
          setLoading(false);
          setState((before) => {
            const known = cursor !== null && before?.of === load ? before : null;
            return {
              of: load,
              items: joined(known?.items ?? [], page.items),
              next: page.nextCursor,
              unreachable: new Set([...(known?.unreachable ?? []), ...page.unreachable]),
            };
          });
        },
        (reason: unknown) => {
          if (current.current !== mine) return;
          setLoading(false);
          setError(sentenceFor(reason));
        },
      );
      function joined(before: readonly T[], added: readonly T[]): readonly T[] {
        const known = new Set(before.map((item) => key.current(item)));
        return [...before, ...added.filter((item) => !known.has(key.current(item)))];
      }
    },
    [load],
  );

  useEffect(() => {
    run(null);
    return () => {
      current.current = null;
    };
  }, [run]);

  const mine = state?.of === load ? state : null;
  return {
    items: mine?.items ?? null,
    hasMore: mine !== null && mine.next !== null,
    unreachable: mine?.unreachable.size ?? 0,
    isLoading,
    error,
    loadMore: () => {
      if (mine !== null && mine.next !== null && !isLoading) run(mine.next);
    },
    reload: useCallback(() => run(null), [run]),
  };
}
