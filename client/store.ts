/** What React's `useSyncExternalStore` takes: `subscribe` and `get` may be passed on unbound. */
export interface ReadableStore<T> {
  get(): T;
  /** Calls the listener after each change; what it returns unsubscribes. */
  subscribe(listener: () => void): () => void;
}

export interface Store<T> extends ReadableStore<T> {
  set(next: T): void;
  update(change: (current: T) => T): void;
}

/** A value and who wants to know of its changes. Setting the same value (by identity) tells nobody. */
export function createStore<T>(initial: T): Store<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  const set = (next: T) => {
    if (Object.is(next, value)) return;
    value = next;
    for (const listener of [...listeners]) listener();
  };
  return {
    get: () => value,
    set,
    update: (change) => set(change(value)),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
