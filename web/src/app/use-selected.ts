import { useSyncExternalStore } from 'react';
import type { ReadableStore } from '../../../client/store.ts';

/** A part of a store's value; the component renders again when that part changes. What `select` gives must be the same as long as it is. */
export function useSelected<T, S>(store: ReadableStore<T>, select: (value: T) => S): S {
  return useSyncExternalStore(store.subscribe, () => select(store.get()));
}
