import type { FollowedThread } from '../../shared/followed-thread.ts';
import { zeroTs } from '../../shared/timestamps.ts';
import type { Api } from '../api/api.ts';
import type { ChannelState, ThreadState } from './channel-state.ts';
import type { Clock } from '../clock.ts';
import { createReadCursor, justBefore, type ReadCursor } from './read-cursor.ts';
import type { Store } from '../store.ts';

/** How far the person has read in the threads of a channel, and which of them they follow. */
export interface ThreadReading {
  /** Moves the thread's cursor forward; false when it is there or further already. */
  markRead(rootTs: string, ts: string): boolean;
  /** Moves the thread's cursor to just before the reply, back if need be. */
  markUnread(rootTs: string, ts: string): void;
  /** Shown at once, taken back when refused. Throws ApiError. */
  follow(rootTs: string, isFollowing: boolean): Promise<void>;
  /** The server says how the person stands to the thread, and may not have heard of their last step yet. */
  take(rootTs: string, said: ThreadState): void;
  /** The same, of a thread that may never have been open here; then it is not remembered. */
  hear(rootTs: string, said: ThreadState): void;
  /** The person does not follow it any more, as they said elsewhere. */
  unfollowed(rootTs: string): void;
  stop(): void;
}

export function createThreadReading(store: Store<ChannelState>, api: Api, clock: Clock): ThreadReading {
  const { id: channel } = store.get();
  const cursors = new Map<string, ReadCursor>();

  function cursorOf(rootTs: string): ReadCursor {
    let cursor = cursors.get(rootTs);
    if (cursor === undefined) {
      cursor = createReadCursor((ts) => api.edgeways.threads.mark({ channel, thread_ts: rootTs, ts }), clock);
      cursors.set(rootTs, cursor);
    }
    return cursor;
  }

  function set(rootTs: string, change: Partial<ThreadState>) {
    store.update((state) => {
      const before = state.threadStates.get(rootTs);
      const after = { isFollowing: false, lastRead: rootTs, ...before, ...change };
      const isSame = before?.isFollowing === after.isFollowing && before.lastRead === after.lastRead;
      return isSame ? state : { ...state, threadStates: new Map(state.threadStates).set(rootTs, after) };
    });
  }

  function take(rootTs: string, { isFollowing, lastRead }: ThreadState) {
    set(rootTs, { isFollowing, lastRead: cursorOf(rootTs).after(lastRead) });
  }

  const isKnown = (rootTs: string) => store.get().threadStates.has(rootTs);

  return {
    markRead(rootTs, ts) {
      if (!cursorOf(rootTs).move(ts)) return false;
      set(rootTs, { lastRead: ts });
      return true;
    },
    markUnread(rootTs, ts) {
      const lastRead = justBefore(ts);
      cursorOf(rootTs).moveTo(lastRead);
      set(rootTs, { lastRead });
    },
    async follow(rootTs, isFollowing) {
      const before = store.get().threadStates.get(rootTs)?.isFollowing ?? false;
      set(rootTs, { isFollowing });
      try {
        await api.edgeways.threads[isFollowing ? 'follow' : 'unfollow']({ channel, thread_ts: rootTs });
      } catch (error) {
        set(rootTs, { isFollowing: before });
        throw error;
      }
    },
    take,
    hear(rootTs, said) {
      if (isKnown(rootTs)) take(rootTs, said);
    },
    unfollowed(rootTs) {
      if (isKnown(rootTs)) set(rootTs, { isFollowing: false });
    },
    stop() {
      for (const cursor of cursors.values()) cursor.stop();
    },
  };
}

/** How the person stands to a thread that their session told of. */
export function stateOf({ last_read: lastRead }: FollowedThread): ThreadState {
  return { isFollowing: true, lastRead };
}

/** What `conversations.replies` says on the root: `subscribed` and `last_read`; null when it says nothing. */
export function readThreadState(root: Record<string, unknown>, rootTs: string): ThreadState | null {
  const { subscribed, last_read: lastRead } = root;
  if (typeof subscribed !== 'boolean') return null;
  return { isFollowing: subscribed, lastRead: typeof lastRead === 'string' && lastRead !== zeroTs ? lastRead : rootTs };
}
