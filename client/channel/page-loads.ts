import type { Message } from '../../shared/message.ts';
import type { WireEvent } from '../../shared/protocol/channel-socket.ts';
import { isPassing } from '../api/api-error.ts';
import type { ChannelState } from './channel-state.ts';
import { sleep, type Clock } from '../clock.ts';
import type { Store } from '../store.ts';

/**
 * Loads over HTTP beside a socket that goes on delivering. An answer may be older than events that were applied while it
 * was on its way, so these are kept and applied to it as well; it may be newer than the last event that we have, and then
 * the events that follow are harmless, since each sets what it says.
 */
export interface PageLoads {
  /** To be told of every event that was applied. */
  record(events: readonly WireEvent[]): void;
  /**
   * Fetches, and hands the answer and the events since the question to `merge` in the same turn; what merge returns are
   * the messages that it took. After a snapshot came in between nobody knows what lies between the two, so the question
   * is asked again; likewise when the events since say too little, which is the caller's to tell.
   */
  load<T>(fetchPage: () => Promise<T>, merge: Merge<T>, saysTooLittle?: SaysTooLittle): Promise<void>;
  /** Repeats a load that fails for want of a network or the like, as long as it is wanted. False: it was refused. */
  insist(load: () => Promise<unknown>, isWanted: () => boolean): Promise<boolean>;
}

type SaysTooLittle = (since: readonly WireEvent[]) => boolean;
type Merge<T> = (page: T, since: readonly WireEvent[]) => readonly Message[];

/** Between two tries of a load that must succeed. Milliseconds. */
const retryDelay = 5_000;

export function createPageLoads(
  store: Store<ChannelState>,
  clock: Clock,
  /** Our own among these need not be sent again. */
  onLoaded: (messages: readonly Message[]) => void,
): PageLoads {
  const recordings = new Set<WireEvent[]>();

  async function load<T>(fetchPage: () => Promise<T>, merge: Merge<T>, saysTooLittle: SaysTooLittle = () => false) {
    for (;;) {
      const { generation } = store.get();
      const since: WireEvent[] = [];
      recordings.add(since);
      try {
        const page = await fetchPage();
        const isWhole = store.get().generation === generation && !saysTooLittle(since);
        if (isWhole) return onLoaded(merge(page, since));
      } finally {
        recordings.delete(since);
      }
    }
  }

  async function insist(attempt: () => Promise<unknown>, isWanted: () => boolean) {
    while (isWanted()) {
      try {
        await attempt();
        return true;
      } catch (error) {
        if (!isPassing(error)) return false;
        await sleep(clock, retryDelay);
      }
    }
    return true;
  }

  return {
    record(events) {
      for (const recording of recordings) recording.push(...events);
    },
    load,
    insist,
  };
}
