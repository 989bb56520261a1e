import type { Clock } from '../../../client/clock.ts';

/** Where a draft is kept: the same on each of the person's devices. Mrkdwn; empty for none. */
export interface DraftPlace {
  get: () => string;
  set: (text: string) => void;
}

/** What shows the draft. */
interface DraftView {
  isEmpty: () => boolean;
  /** Whether somebody has the caret in it. */
  hasFocus: () => boolean;
  show: (text: string) => void;
}

export interface DraftSync {
  /** The person has typed, and this is there now. */
  typed: (text: string) => void;
  /** The draft may have changed elsewhere, or the caret may have left. */
  look: () => void;
  /** The message is on its way. */
  sent: () => void;
  /** Stores at once what waits to be stored. */
  flush: () => void;
}

/** Milliseconds of rest after which a draft is stored. */
const saveAfter = 300;

/**
 * Keeps a composer and its draft the same. What is typed here is stored when the person pauses; what another device wrote
 * is shown here, but never in the place of something that was typed and is still under the caret, or not stored yet.
 */
export function createDraftSync(place: DraftPlace, view: DraftView, clock: Clock): DraftSync {
  /** What was last stored or shown. */
  let stored = place.get();
  /** Whether the person has typed in it since it was last shown or sent. */
  let isTouched = false;
  let waiting: { text: string; cancel: () => void } | null = null;

  function keep(text: string) {
    waiting?.cancel();
    waiting = null;
    if (text === stored) return;
    stored = text;
    place.set(text);
  }

  return {
    typed(text) {
      isTouched = true;
      waiting?.cancel();
      waiting = { text, cancel: clock.after(saveAfter, () => keep(text)) };
    },
    look() {
      const latest = place.get();
      if (latest === stored || waiting !== null) return;
      if (isTouched && !view.isEmpty() && view.hasFocus()) return;
      isTouched = false;
      stored = latest;
      view.show(latest);
    },
    sent() {
      isTouched = false;
      keep('');
    },
    flush() {
      if (waiting) keep(waiting.text);
    },
  };
}
