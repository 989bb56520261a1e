import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { z } from 'zod';
import { BootFrame } from '../../shared/protocol/session-socket.ts';
import { CachedChannel, CachedUsers, type OfflineCache } from './offline-cache.ts';

interface Schema extends DBSchema {
  /** `boot` and `users`. */
  workspace: { key: string; value: unknown };
  channels: { key: string; value: { id: string; shownAt: number }; indexes: { shownAt: number } };
}

/** Goes up when what is stored changes its form. What is of another version is thrown away: it is only a copy. */
const version = 1;
/** How many channels are kept. */
const keptChannels = 20;

/** The database of one workspace on this device. Throws, here and in its calls, what IndexedDB does. */
export async function openDatabase(workspaceId: string): Promise<OfflineCache> {
  const database = await openDB<Schema>(`edgeways.${workspaceId}`, version, {
    upgrade(old) {
      for (const name of Array.from(old.objectStoreNames)) old.deleteObjectStore(name);
      old.createObjectStore('workspace');
      old.createObjectStore('channels', { keyPath: 'id' }).createIndex('shownAt', 'shownAt');
    },
    // A newer client in another tab wants to change it; this one goes on without.
    blocking: (_current, _wanted, event) => {
      if (event.target instanceof IDBDatabase) event.target.close();
    },
  });

  return {
    loadBoot: async () => readAs(BootFrame, await database.get('workspace', 'boot')),
    loadUsers: async () => readAs(CachedUsers, await database.get('workspace', 'users')) ?? [],
    loadChannel: async (id) => readAs(CachedChannel, await database.get('channels', id)),
    listChannels: async () => (await database.getAllKeysFromIndex('channels', 'shownAt')).toReversed(),
    async saveBoot(boot) {
      await database.put('workspace', boot, 'boot');
    },
    async saveUsers(users) {
      await database.put('workspace', users, 'users');
    },
    saveChannel: (channel) => saveChannel(database, channel),
    removeChannel: (id) => database.delete('channels', id),
    async clear() {
      const transaction = database.transaction(['workspace', 'channels'], 'readwrite');
      await Promise.all([
        transaction.objectStore('workspace').clear(),
        transaction.objectStore('channels').clear(),
        transaction.done,
      ]);
    },
  };
}

async function saveChannel(database: IDBPDatabase<Schema>, channel: CachedChannel): Promise<void> {
  const transaction = database.transaction('channels', 'readwrite');
  await transaction.store.put(channel);
  const keys = await transaction.store.index('shownAt').getAllKeys();
  for (const key of keys.slice(0, -keptChannels)) await transaction.store.delete(key);
  await transaction.done;
}

/** What was stored, if it is of the form that we read today. */
function readAs<S extends z.ZodType>(schema: S, value: unknown): z.output<S> | null {
  return schema.safeParse(value).data ?? null;
}
