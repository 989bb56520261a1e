import { useCallback, useEffect, useRef, useState } from 'react';
import type { ChannelHandle } from '../../../client/channel/channel-handle.ts';
import type { ChannelState } from '../../../client/channel/channel-state.ts';
import { dividerAfter } from './unread-divider.ts';

/**
 * Where the "new" divider stands: at what was read when the channel was opened, and, once the person looks away and comes
 * back, at what was read when they left. See `dividerAfter` for when it moves in between.
 */
export function useUnreadDivider(handle: ChannelHandle, state: ChannelState) {
  const { lastRead } = state;
  const [divider, setDivider] = useState<string | null>(null);
  const [known, setKnown] = useState(lastRead);
  const movedHere = useRef<string | null>(null);
  const latest = useRef(lastRead);
  latest.current = lastRead;

  // In the same render in which the messages appear: the list opens at the divider.
  let shown = divider ?? (state.info === null ? null : lastRead);
  if (known !== lastRead) {
    setKnown(lastRead);
    if (shown !== null) shown = dividerAfter(shown, lastRead, movedHere.current);
  }
  if (shown !== divider) setDivider(shown);

  useEffect(() => {
    const lookAway = () => setDivider(latest.current);
    window.addEventListener('blur', lookAway);
    return () => window.removeEventListener('blur', lookAway);
  }, []);

  /** The person sees everything up to there. */
  const reach = useCallback(
    (ts: string) => {
      movedHere.current = ts;
      handle.markRead(ts);
    },
    [handle],
  );
  /** The person says that they have read everything. */
  const markAllRead = useCallback(() => {
    movedHere.current = null;
    handle.markAllRead();
    setDivider(handle.store.get().lastRead);
  }, [handle]);
  return { unreadAfter: shown, reach, markAllRead };
}
