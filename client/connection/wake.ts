/** Tells the connections that it is worth trying now, and what the device thinks of its network and its screen. */
export interface Wake {
  /** Only a hint, and shown as such: a server on the same machine answers without any network. */
  isOnline(): boolean;
  /** Whether the page can be seen. */
  isVisible(): boolean;
  subscribe(listener: () => void): () => void;
}

export interface WakeSignal extends Wake {
  /** To be called when the machine wakes up, or the person does not want to wait: connections try, or prove that they live. */
  notify(): void;
  /** To be called on the browser's `online` and `offline` events. */
  setOnline(isOnline: boolean): void;
  /** To be called when the page is shown, which counts as waking up, and when it is hidden. */
  setVisible(isVisible: boolean): void;
}

export function createWakeSignal(isOnline = true): WakeSignal {
  let online = isOnline;
  let visible = true;
  const listeners = new Set<() => void>();
  const notify = () => {
    for (const listener of [...listeners]) listener();
  };
  return {
    isOnline: () => online,
    isVisible: () => visible,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    notify,
    setOnline(next) {
      online = next;
      notify();
    },
    setVisible(next) {
      visible = next;
      if (next) notify();
    },
  };
}
