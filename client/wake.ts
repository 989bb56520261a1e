/** Tells the connections that it is worth trying now, and what the device thinks of its network. */
export interface Wake {
  /** Only a hint, and shown as such: a server on the same machine answers without any network. */
  isOnline(): boolean;
  subscribe(listener: () => void): () => void;
}

export interface WakeSignal extends Wake {
  /** To be called when the page is shown again or the machine wakes up: connections try, or prove that they live. */
  notify(): void;
  /** To be called on the browser's `online` and `offline` events. */
  setOnline(isOnline: boolean): void;
}

export function createWakeSignal(isOnline = true): WakeSignal {
  let online = isOnline;
  const listeners = new Set<() => void>();
  const notify = () => {
    for (const listener of [...listeners]) listener();
  };
  return {
    isOnline: () => online,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    notify,
    setOnline(next) {
      online = next;
      notify();
    },
  };
}
