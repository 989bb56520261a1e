import type { WireEvent } from '../../shared/protocol/channel-socket.ts';
import type { Api } from '../api/api.ts';
import { shownStretch, type ChannelState } from './channel-state.ts';
import type { PageLoads } from './page-loads.ts';
import type { Store } from '../store.ts';
import { covers, join, pageAfter, pageBefore, reduceStretch, type Stretch } from './stretch.ts';
import { hasLiveEnd, withLatest, withLoading, withNewer, withOlder, withWindow } from './window.ts';

/** What of the channel's list is shown, and loading more of it. Each throws ApiError. */
export interface History {
  loadOlder(): Promise<void>;
  loadNewer(): Promise<void>;
  /** Shows the stretch around a message; false, and nothing changes, when the channel's list has no such message. */
  jumpTo(ts: string): Promise<boolean>;
  jumpToLatest(): void;
  /** After a snapshot: an older stretch that is shown does not follow from the log any more. */
  reload(): void;
  /** Loads nothing again any more. */
  stop(): void;
}

const pageSize = 100;

export function createHistory(store: Store<ChannelState>, api: Api, loads: PageLoads): History {
  const { id: channel } = store.get();
  /** Counts jumps, so that a page for a place that was left meanwhile is dropped. */
  let place = 0;
  /** What was jumped to last. */
  let anchor: string | null = null;

  async function loadOlder() {
    const { from, isStale, loading } = store.get();
    if (from === null || isStale || loading.older) return;
    setLoading({ older: true });
    try {
      const fetchPage = () => api.conversations.history({ channel, latest: from, limit: pageSize });
      await loads.load(fetchPage, (answer, since) => {
        const page = replay(pageBefore(from, answer.messages, answer.has_more), since);
        store.update((state) => withLoading(withOlder(state, page), { older: false }));
        return answer.messages;
      });
    } finally {
      setLoading({ older: false });
    }
  }

  async function loadNewer() {
    const { to, isStale, loading } = store.get();
    if (to === null || isStale || loading.newer) return;
    setLoading({ newer: true });
    try {
      const fetchPage = () => api.conversations.history({ channel, oldest: to, limit: pageSize });
      await loads.load(fetchPage, (answer, since) => {
        const page = replay(pageAfter(to, answer.messages), since);
        store.update((state) => withLoading(withNewer(state, page, answer.has_more), { newer: false }));
        return answer.messages;
      });
    } finally {
      setLoading({ newer: false });
    }
  }

  async function jumpTo(ts: string): Promise<boolean> {
    const mine = leavePlace();
    const state = store.get();
    if (hasLiveEnd(state) && !state.isStale && covers(shownStretch(state), ts)) return state.messages.has(ts);
    if (hasLiveEnd(state) && state.parked?.messages.has(ts)) {
      jumpToLatest();
      return true;
    }
    try {
      return await loadAround(ts);
    } finally {
      if (mine === place) reload();
    }
  }

  /** Whatever is being jumped to is not wanted any more. */
  function leavePlace(): number {
    place += 1;
    setLoading({ jump: null });
    return place;
  }

  async function loadAround(ts: string): Promise<boolean> {
    const mine = place;
    let isFound = false;
    setLoading({ jump: ts });
    const fetchPages = () =>
      Promise.all([
        api.conversations.history({ channel, latest: ts, inclusive: true, limit: pageSize / 2 }),
        api.conversations.history({ channel, oldest: ts, limit: pageSize / 2 }),
      ]);
    try {
      await loads.load(fetchPages, ([before, after], since) => {
        const stretch = join(pageBefore(ts, before.messages, before.has_more), pageAfter(ts, after.messages));
        isFound = before.messages[0]?.ts === ts;
        if (!isFound || stretch === null || mine !== place) return [];
        anchor = ts;
        store.update((state) => withLoading(withWindow(state, replay(stretch, since), after.has_more), { jump: null }));
        return [...before.messages, ...after.messages];
      });
    } finally {
      if (mine === place) setLoading({ jump: null });
    }
    return isFound;
  }

  function jumpToLatest() {
    leavePlace();
    anchor = null;
    store.update(withLatest);
  }

  function reload() {
    const state = store.get();
    const needsIt = state.hasNewer && state.isStale && hasLiveEnd(state);
    // A jump that is under way will do as well.
    if (needsIt && state.loading.jump === null && anchor !== null) void reloadAround(anchor);
  }

  async function reloadAround(ts: string) {
    const mine = place;
    let isFound = false;
    const attempt = async () => {
      isFound = await loadAround(ts);
    };
    await loads.insist(attempt, () => mine === place && store.get().isStale);
    // The message is gone, or the channel is not ours to read any more.
    if (!isFound && mine === place && store.get().isStale) jumpToLatest();
  }

  function setLoading(change: Partial<ChannelState['loading']>) {
    store.update((state) => withLoading(state, change));
  }

  return {
    loadOlder,
    loadNewer,
    jumpTo,
    jumpToLatest,
    reload,
    stop() {
      place += 1;
    },
  };
}

function replay(page: Stretch, since: readonly WireEvent[]): Stretch {
  return since.reduce(reduceStretch, page);
}
