import { useEffect, useState } from 'react';
import type { ChannelHandle } from '../../../client/channel-handle.ts';
import { sentenceFor } from '../app/error-sentences.ts';
import { tell } from '../app/toasts.tsx';

export interface Jump {
  ts: string;
}

/** Milliseconds for which the message that was jumped to stands out. */
const highlightFor = 4000;

/**
 * Brings the message that the URL names into the list: `target` is set when it is there. `isUnderWay` until it is known
 * whether there is such a message.
 */
export function useJump(handle: ChannelHandle, ts: string | null) {
  const [target, setTarget] = useState<Jump | null>(null);
  const [highlightedTs, setHighlightedTs] = useState<string | null>(null);
  const [settledTs, setSettledTs] = useState<string | null>(null);

  useEffect(() => {
    if (ts === null) return;
    let isCurrent = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const settle = (isFound: boolean) => {
      if (!isCurrent) return;
      setSettledTs(ts);
      if (!isFound) return;
      setTarget({ ts });
      setHighlightedTs(ts);
      timer = setTimeout(() => setHighlightedTs(null), highlightFor);
    };
    handle.jumpTo(ts).then(
      (isFound) => {
        settle(isFound);
        if (isCurrent && !isFound) tell('This message does not exist any more.', { isError: true });
      },
      (error: unknown) => {
        settle(false);
        if (isCurrent) tell(sentenceFor(error), { isError: true });
      },
    );
    return () => {
      isCurrent = false;
      clearTimeout(timer);
      setHighlightedTs(null);
    };
  }, [handle, ts]);

  return { target, highlightedTs, isUnderWay: ts !== null && settledTs !== ts };
}
