import { QueuedMessage, type QueueStorage } from './queue-storage.ts';

/** A part of the Web Storage API that can be listed; `localStorage` is one. */
export interface ListableStorage {
  readonly length: number;
  key(index: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/**
 * Unsent messages of one workspace in the browser's storage, one entry a message, so that two tabs never overwrite each
 * other's. What cannot be read as a message is left alone and not returned.
 */
export function createLocalQueueStorage(storage: ListableStorage, workspaceId: string): QueueStorage {
  const prefix = `edgeways.unsent.${workspaceId}.`;
  return {
    async load() {
      const messages: QueuedMessage[] = [];
      for (let index = 0; index < storage.length; index += 1) {
        const key = storage.key(index);
        const message = key?.startsWith(prefix) ? readMessage(storage.getItem(key)) : null;
        if (message !== null) messages.push(message);
      }
      return messages;
    },
    // A full storage throws; in an async function that rejects, as the queue expects.
    put: async (message) => storage.setItem(prefix + message.id, JSON.stringify(message)),
    remove: async (id) => storage.removeItem(prefix + id),
  };
}

function readMessage(text: string | null): QueuedMessage | null {
  if (text === null) return null;
  try {
    return QueuedMessage.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
