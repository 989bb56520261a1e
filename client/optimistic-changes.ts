import type { Api } from './api.ts';
import { heldMessage } from './channel-selectors.ts';
import type { ChannelState, MessageBlocks, Overlay } from './channel-state.ts';
import type { Store } from './store.ts';

/** Edits and deletions that are shown before the server has agreed. */
export interface OptimisticChanges {
  /** Throws ApiError, and then the message looks as before. */
  edit(ts: string, text: string, blocks?: MessageBlocks): Promise<void>;
  /** Throws ApiError, and then the message is there again. */
  remove(ts: string): Promise<void>;
}

type Change = { kind: 'edit'; text: string; blocks: MessageBlocks | undefined } | { kind: 'delete' };

export function createOptimisticChanges(store: Store<ChannelState>, api: Api): OptimisticChanges {
  const { id: channel } = store.get();
  /** The last change of each message, so that two of one message reach the server in their order. */
  const last = new Map<string, Promise<unknown>>();
  let attempts = 0;

  function setOverlay(ts: string, overlay: Overlay | null) {
    store.update((state) => {
      const overlays = new Map(state.overlays);
      if (overlay === null) overlays.delete(ts);
      else overlays.set(ts, overlay);
      return { ...state, overlays };
    });
  }

  async function apply(ts: string, change: Change, call: () => Promise<unknown>): Promise<void> {
    attempts += 1;
    const overlay: Overlay = { ...change, isAccepted: false, attempt: attempts };
    const isShown = () => store.get().overlays.get(ts)?.attempt === overlay.attempt;
    setOverlay(ts, overlay);
    const before = last.get(ts);
    let editedBefore: string | undefined;
    const turn = (async () => {
      await before?.catch(() => undefined);
      editedBefore = heldMessage(store.get(), ts)?.edited?.ts;
      await call();
    })();
    last.set(ts, turn);
    try {
      await turn;
    } catch (error) {
      if (isShown()) setOverlay(ts, null);
      throw error;
    } finally {
      if (last.get(ts) === turn) last.delete(ts);
    }
    if (!isShown()) return;
    // The event may have come before the answer, or is still to come and then ends it.
    const message = heldMessage(store.get(), ts);
    const isDone = message === undefined || (change.kind === 'edit' && message.edited?.ts !== editedBefore);
    setOverlay(ts, isDone ? null : { ...overlay, isAccepted: true });
  }

  return {
    edit: (ts, text, blocks) =>
      apply(ts, { kind: 'edit', text, blocks }, () =>
        api.chat.update({ channel, ts, text, ...(blocks && { blocks }) }),
      ),
    remove: (ts) => apply(ts, { kind: 'delete' }, () => api.chat.delete({ channel, ts })),
  };
}
