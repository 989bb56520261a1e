import { createAuth, type Auth } from '../auth/auth.ts';
import type { ListableStorage } from '../sending/local-queue-storage.ts';
import type { OfflineCache } from '../offline/offline-cache.ts';
import { createMemoryQueueStorage, type QueueStorage } from '../sending/queue-storage.ts';
import { createWakeSignal, type WakeSignal } from '../connection/wake.ts';
import { openWorkspace, type Workspace } from '../workspace.ts';
import type { FakeClock } from './fake-clock.ts';
import type { FakeServer } from './fake-server.ts';
import { createMemoryStorage } from './memory-storage.ts';

export const testUrl = 'http://edgeways.test';

export interface TestWorkspace {
  auth: Auth;
  workspace: Workspace;
  storage: QueueStorage;
  wake: WakeSignal;
}

/** What a device keeps over a reload; without a word of it nothing is kept. */
export interface TestDevice {
  storage?: QueueStorage;
  cache?: OfflineCache;
  deviceStorage?: ListableStorage;
}

/** A signed-in client of the fake server. Without chance: every back-off is its shortest. */
export async function openTestWorkspace(
  server: FakeServer,
  clock: FakeClock,
  { storage = createMemoryQueueStorage(), ...device }: TestDevice = {},
): Promise<TestWorkspace> {
  const auth = createAuth({ baseUrl: testUrl, storage: createMemoryStorage(), fetch: server.fetch, clock });
  await auth.demo('ada@example.com');
  const wake = createWakeSignal();
  const { fetch, openSocket } = server;
  const workspace = openWorkspace({
    baseUrl: testUrl,
    auth,
    storage,
    ...device,
    wake,
    fetch,
    openSocket,
    clock,
    random: () => 0,
  });
  await clock.settle();
  return { auth, workspace, storage, wake };
}
