import type { Api } from '../api/api.ts';
import { ApiError } from '../api/api-error.ts';
import { heldMessage } from './channel-selectors.ts';
import type { ChannelState, Mark, MessageBlocks, Overlay } from './channel-state.ts';
import { isSameMark, showsEdit, showsMark, withMark, type MarkKind } from './overlays.ts';
import type { Store } from '../store.ts';

/** Changes to messages that are shown before the server has agreed. Each throws ApiError, and then nothing has changed. */
export interface OptimisticChanges {
  edit(ts: string, text: string, blocks?: MessageBlocks): Promise<void>;
  remove(ts: string): Promise<void>;
  react(ts: string, name: string, isOn: boolean): Promise<void>;
  pin(ts: string, isOn: boolean): Promise<void>;
}

/** Refusals that say that it was so already. */
const alreadySo = new Set(['already_reacted', 'no_reaction', 'already_pinned', 'no_pin']);

/** How one change is shown. */
interface Display {
  show(attempt: number): void;
  /** The changes before it are done, and it is on its way now. */
  begin(): void;
  /** The server has said yes; false when the message shows it by itself. */
  accept(): void;
  hide(): void;
  /** Whether it is still the last change of its kind to the message. */
  isLast(): boolean;
}

export function createOptimisticChanges(store: Store<ChannelState>, api: Api): OptimisticChanges {
  const { id: channel } = store.get();
  /** The last change of each message, so that two of one message reach the server in their order. */
  const last = new Map<string, Promise<unknown>>();
  let attempts = 0;

  async function apply(ts: string, display: Display, call: () => Promise<unknown>): Promise<void> {
    attempts += 1;
    display.show(attempts);
    const before = last.get(ts);
    let { generation } = store.get();
    const turn = (async () => {
      await before?.catch(() => undefined);
      ({ generation } = store.get());
      if (display.isLast()) display.begin();
      await call();
    })();
    last.set(ts, turn);
    try {
      await turn;
    } catch (error) {
      if (display.isLast()) display.hide();
      // Then there is no event to wait for, either.
      if (error instanceof ApiError && alreadySo.has(error.code)) return;
      throw error;
    } finally {
      if (last.get(ts) === turn) last.delete(ts);
    }
    if (!display.isLast()) return;
    // The event may have come before the answer, or is still to come and then ends it; a snapshot may have swallowed it.
    if (store.get().generation === generation) display.accept();
    else display.hide();
  }

  function overlaid(ts: string, overlayOf: (attempt: number) => Overlay): Display {
    let mine: Overlay | null = null;
    const set = (overlay: Overlay | null) => {
      mine = overlay;
      store.update((state) => {
        const overlays = new Map(state.overlays);
        if (overlay === null) overlays.delete(ts);
        else overlays.set(ts, overlay);
        return { ...state, overlays };
      });
    };
    return {
      show: (attempt) => set(overlayOf(attempt)),
      begin() {
        if (mine?.kind === 'edit') set({ ...mine, editedBefore: heldMessage(store.get(), ts)?.edited?.ts });
      },
      hide: () => set(null),
      isLast: () => mine !== null && store.get().overlays.get(ts) === mine,
      accept() {
        if (mine) set(showsEdit(heldMessage(store.get(), ts), mine) ? null : { ...mine, isAccepted: true });
      },
    };
  }

  function marked(ts: string, kind: MarkKind, isOn: boolean): Display {
    let mine: Mark | null = null;
    const set = (mark: Mark | null) => {
      mine = mark;
      store.update((state) => ({ ...state, marks: withMark(state.marks, ts, kind, mark) }));
    };
    return {
      show: (attempt) => set({ ...kind, isOn, isAccepted: false, attempt }),
      begin() {},
      hide: () => set(null),
      isLast: () =>
        mine !== null &&
        store
          .get()
          .marks.get(ts)
          ?.find((mark) => isSameMark(mark, kind)) === mine,
      accept() {
        const { self } = store.get();
        if (mine) set(showsMark(heldMessage(store.get(), ts), mine, self) ? null : { ...mine, isAccepted: true });
      },
    };
  }

  return {
    edit: (ts, text, blocks) =>
      apply(
        ts,
        overlaid(ts, (attempt) => ({
          kind: 'edit',
          text,
          blocks,
          editedBefore: undefined,
          isAccepted: false,
          attempt,
        })),
        () => api.chat.update({ channel, ts, text, ...(blocks && { blocks }) }),
      ),
    remove: (ts) =>
      apply(
        ts,
        overlaid(ts, (attempt) => ({ kind: 'delete', isAccepted: false, attempt })),
        () => api.chat.delete({ channel, ts }),
      ),
    react: (ts, name, isOn) =>
      apply(ts, marked(ts, { kind: 'reaction', name }, isOn), () =>
        api.reactions[isOn ? 'add' : 'remove']({ channel, timestamp: ts, name }),
      ),
    pin: (ts, isOn) =>
      apply(ts, marked(ts, { kind: 'pin' }, isOn), () => api.pins[isOn ? 'add' : 'remove']({ channel, timestamp: ts })),
  };
}
