import { shownStretch, showing, type ChannelState } from './channel-state.ts';
import { MessageList } from './message-list.ts';
import { join, type Stretch } from './stretch.ts';

/**
 * Which stretch of the channel is shown, when more of it comes. The live end is either shown or parked; a stretch that is
 * shown before it becomes one with it as soon as nothing lies between the two.
 */

/** Whether the live end is held, in either place. Not before the first snapshot, nor while the next one is awaited. */
export function hasLiveEnd(state: ChannelState): boolean {
  return state.epoch !== null;
}

/** With the page before the shown stretch; unless another stretch is shown by now. */
export function withOlder(state: ChannelState, page: Stretch): ChannelState {
  if (state.isStale || state.from !== page.to) return state;
  return showing(state, join(page, shownStretch(state)) ?? shownStretch(state));
}

/** With the page after the shown stretch; unless another stretch is shown by now. */
export function withNewer(state: ChannelState, page: Stretch, hasMore: boolean): ChannelState {
  if (state.isStale || state.to !== page.from) return state;
  return reaching(state, state.parked, join(shownStretch(state), page) ?? page, hasMore);
}

/** With another stretch shown, and the live end parked if it is not reached. */
export function withWindow(state: ChannelState, window: Stretch, hasMore: boolean): ChannelState {
  const live = !hasLiveEnd(state) ? null : state.hasNewer ? state.parked : shownStretch(state);
  return { ...reaching(state, live, window, hasMore), isStale: !hasLiveEnd(state) };
}

/** With the live end shown. */
export function withLatest(state: ChannelState): ChannelState {
  if (!state.hasNewer) return state;
  const live = state.parked ?? { messages: MessageList.empty, from: null, to: null };
  return { ...showing(state, live), parked: null, isStale: !hasLiveEnd(state) };
}

function reaching(state: ChannelState, live: Stretch | null, window: Stretch, hasMore: boolean): ChannelState {
  // A page after which there is nothing reaches to the live end, however far the newest message lies back.
  const joined = live && join(hasMore ? window : { ...window, to: null }, live);
  return joined ? { ...showing(state, joined), parked: null } : { ...showing(state, window), parked: live };
}

export function withLoading(state: ChannelState, change: Partial<ChannelState['loading']>): ChannelState {
  const loading = { ...state.loading, ...change };
  const { older, newer, jump } = state.loading;
  const isSame = loading.older === older && loading.newer === newer && loading.jump === jump;
  return isSame ? state : { ...state, loading };
}
