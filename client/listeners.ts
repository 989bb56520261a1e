/** Those who want to hear of something, each until they unsubscribe. */
export interface Listeners<T> {
  subscribe(listener: (value: T) => void): () => void;
  notify(value: T): void;
}

export function createListeners<T>(): Listeners<T> {
  const listeners = new Set<(value: T) => void>();
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    notify(value) {
      for (const listener of [...listeners]) listener(value);
    },
  };
}
