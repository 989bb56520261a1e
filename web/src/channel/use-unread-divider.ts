import { useEffect, useRef, useState } from 'react';
import type { ChannelState } from '../../../client/channel-state.ts';

/**
 * Where the "new" divider stands: at what was read when the channel was opened, and, once the person looks away and
 * comes back, at what was read when they left. It does not follow the read cursor, or it would vanish while being read.
 */
export function useUnreadDivider(state: ChannelState): string | null {
  const [divider, setDivider] = useState<string | null>(null);
  const lastRead = useRef(state.lastRead);
  lastRead.current = state.lastRead;
  // In the same render in which the messages appear: the list opens at the divider.
  const opened = divider ?? (state.info === null ? null : state.lastRead);
  if (opened !== divider) setDivider(opened);

  useEffect(() => {
    const lookAway = () => setDivider(lastRead.current);
    window.addEventListener('blur', lookAway);
    return () => window.removeEventListener('blur', lookAway);
  }, []);
  return opened;
}
