import { SignedIn } from '../../shared/protocol/auth.ts';
import { isPassing } from '../api/api-error.ts';
import type { AuthPost } from './auth-post.ts';
import type { KeyValueStorage } from './known-workspaces.ts';

/** A part of the Web Locks API; `navigator.locks` is one. */
export interface Locks {
  request(name: string, callback: () => Promise<void>): Promise<void>;
}

/**
 * Trades the refresh cookie for a new one and an access token. Using an old cookie again ends the session, so only one
 * trade is made at a time, in this page and (with locks) in all of the browser's; and its `attempt` id is kept until an
 * answer has come, so that a repeat after a lost answer is recognised.
 */
export function createRefresh({
  post,
  storage,
  locks,
}: {
  post: AuthPost;
  storage: KeyValueStorage;
  locks?: Locks;
}): (workspaceId: string) => Promise<SignedIn> {
  const underWay = new Map<string, Promise<SignedIn>>();
  const attempts = createAttempts(storage);

  async function trade(workspaceId: string): Promise<SignedIn> {
    const attempt = attempts.take(workspaceId);
    try {
      const answer = await post('refresh', SignedIn, { body: { workspace_id: workspaceId, attempt } });
      attempts.forget(workspaceId);
      return answer;
    } catch (error) {
      if (!isPassing(error)) attempts.forget(workspaceId);
      throw error;
    }
  }

  async function tradeAlone(workspaceId: string): Promise<SignedIn> {
    if (locks === undefined) return trade(workspaceId);
    let outcome: Promise<SignedIn> | undefined;
    await locks.request(`edgeways.refresh.${workspaceId}`, async () => {
      outcome = trade(workspaceId);
      await outcome.catch(() => undefined);
    });
    return outcome ?? trade(workspaceId);
  }

  return (workspaceId) => {
    const running = underWay.get(workspaceId);
    if (running !== undefined) return running;
    const started = tradeAlone(workspaceId).finally(() => underWay.delete(workspaceId));
    underWay.set(workspaceId, started);
    return started;
  };
}

/** The ids of trades whose answer is still out; also over a reload, if the storage has room. */
function createAttempts(storage: KeyValueStorage) {
  const held = new Map<string, string>();
  const key = (workspaceId: string) => `edgeways.refresh-attempt.${workspaceId}`;
  return {
    take(workspaceId: string): string {
      const attempt = storage.getItem(key(workspaceId)) ?? held.get(workspaceId) ?? crypto.randomUUID();
      held.set(workspaceId, attempt);
      try {
        storage.setItem(key(workspaceId), attempt);
      } catch {
        // No room: this page remembers it, and a page that dies before the answer comes has to sign in again.
      }
      return attempt;
    },
    forget(workspaceId: string) {
      held.delete(workspaceId);
      storage.removeItem(key(workspaceId));
    },
  };
}
