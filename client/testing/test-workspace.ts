import { createAuth, type Auth } from '../auth.ts';
import { createMemoryQueueStorage, type QueueStorage } from '../queue-storage.ts';
import { createWakeSignal, type WakeSignal } from '../wake.ts';
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

/** A signed-in client of the fake server. Without chance: every back-off is its shortest. */
export async function openTestWorkspace(
  server: FakeServer,
  clock: FakeClock,
  storage = createMemoryQueueStorage(),
): Promise<TestWorkspace> {
  const auth = createAuth({ baseUrl: testUrl, storage: createMemoryStorage(), fetch: server.fetch, clock });
  await auth.demo('ada@example.com');
  const wake = createWakeSignal();
  const { fetch, openSocket } = server;
  const workspace = openWorkspace({ baseUrl: testUrl, auth, storage, wake, fetch, openSocket, clock, random: () => 0 });
  await clock.settle();
  return { auth, workspace, storage, wake };
}
