import type { CachedChannel, OfflineCache } from '../offline/offline-cache.ts';
import type { User } from '../../shared/user.ts';
import type { BootFrame } from '../../shared/protocol/session-socket.ts';

/** A device's memory that lives as long as the test. */
export function createMemoryCache(): OfflineCache {
  let boot: BootFrame | null = null;
  let users: User[] = [];
  const channels = new Map<string, CachedChannel>();
  return {
    loadBoot: async () => boot,
    loadUsers: async () => users,
    loadChannel: async (id) => channels.get(id) ?? null,
    listChannels: async () => [...channels.values()].sort((a, b) => b.shownAt - a.shownAt).map(({ id }) => id),
    async saveBoot(saved) {
      boot = saved;
    },
    async saveUsers(saved) {
      users = [...saved];
    },
    async saveChannel(channel) {
      channels.set(channel.id, channel);
    },
    async removeChannel(id) {
      channels.delete(id);
    },
    async clear() {
      boot = null;
      users = [];
      channels.clear();
    },
  };
}
