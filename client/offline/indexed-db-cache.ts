import type { OfflineCache } from './offline-cache.ts';

/**
 * Keeps what a device remembers of a workspace in IndexedDB. The code that does so is loaded apart, at once: nothing that
 * a page shows first waits for it where there is nothing to remember.
 */
export function createIndexedDbCache(workspaceId: string): OfflineCache {
  const opened = import('./indexed-db.ts').then(({ openDatabase }) => openDatabase(workspaceId));
  // Whoever asks for something hears of it; nobody may have.
  opened.catch(() => undefined);

  async function attempt<T>(act: (database: Awaited<typeof opened>) => Promise<T>, otherwise: T): Promise<T> {
    try {
      return await act(await opened);
    } catch {
      return otherwise;
    }
  }

  return {
    loadBoot: () => attempt((database) => database.loadBoot(), null),
    loadUsers: () => attempt((database) => database.loadUsers(), []),
    loadChannel: (id) => attempt((database) => database.loadChannel(id), null),
    listChannels: () => attempt((database) => database.listChannels(), []),
    saveBoot: (boot) => attempt((database) => database.saveBoot(boot), undefined),
    saveUsers: (users) => attempt((database) => database.saveUsers(users), undefined),
    saveChannel: (channel) => attempt((database) => database.saveChannel(channel), undefined),
    removeChannel: (id) => attempt((database) => database.removeChannel(id), undefined),
    clear: () => attempt((database) => database.clear(), undefined),
  };
}
