import { useEffect, useState } from 'react';
import type { ChannelHandle } from '../../../client/channel/channel-handle.ts';
import { sentenceFor } from '../app/error-sentences.ts';
import { tell } from '../app/toasts.ts';
import { channelText } from './text.ts';

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
        if (isCurrent && !isFound) tell(channelText().messageGone, { isError: true });
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

  /** To the first unread message; null: to where it will be when what was read last is loaded. */
  const jumpToUnread = (firstTs: string | null, lastRead: string) => {
    if (firstTs !== null) return setTarget({ ts: firstTs });
    handle
      .jumpTo(lastRead)
      // What was read last may have been deleted since; then the way is on foot.
      .then((isFound) => (isFound ? setTarget({ ts: lastRead }) : handle.loadOlder()))
      .catch((error: unknown) => tell(sentenceFor(error), { isError: true }));
  };
  return { target, highlightedTs, isUnderWay: ts !== null && settledTs !== ts, jumpToUnread };
}
