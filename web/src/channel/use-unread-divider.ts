import { useEffect, useMemo, useState } from 'react';
import type { ChannelHandle } from '../../../client/channel/channel-handle.ts';
import { newestTs } from '../../../client/channel/channel-selectors.ts';
import { createStore } from '../../../client/store.ts';
import { useStore } from '../app/use-store.ts';
import {
  clearDivider,
  hearCursor,
  lookAway,
  openDivider,
  scrollAway,
  see,
  type UnreadDivider,
} from './unread-divider.ts';

/**
 * Where the "new" line stands, and which messages are new; see unread-divider.ts. It is kept beside the channel's state, and
 * moves before that does, so that its own moves of the read cursor are never taken for somebody else's.
 */
export function useUnreadDivider(handle: ChannelHandle) {
  const [own] = useState(() => createStore<UnreadDivider | null>(null));
  const kept = useStore(own);
  // In the same render in which the messages appear: the list opens at the divider.
  const shown = kept ?? openWhenKnown(handle);

  const steps = useMemo(() => {
    const take = (step: (divider: UnreadDivider) => UnreadDivider) =>
      own.update((divider) => {
        const current = divider ?? openWhenKnown(handle);
        return current && step(current);
      });
    return {
      hear: () => take((divider) => hearCursor(divider, handle.store.get().lastRead)),
      lookAway: () => take(lookAway),
      scrollAway: () => take(scrollAway),
      /** The person sees everything up to there. */
      reach(ts: string) {
        // What was marked as unread stays so, although it is seen.
        if (handle.store.get().isMarkedUnread) return;
        take((divider) => see(divider, ts));
        handle.markRead(ts);
      },
      /** The person says that they have read everything, or shows it by sending something. */
      markAllRead() {
        const newest = newestTs(handle.store.get());
        if (newest !== null) take((divider) => clearDivider(divider, newest));
        handle.markAllRead();
      },
    };
  }, [handle, own]);

  useEffect(() => {
    steps.hear();
    window.addEventListener('blur', steps.lookAway);
    const stop = handle.store.subscribe(steps.hear);
    return () => {
      stop();
      window.removeEventListener('blur', steps.lookAway);
    };
  }, [handle, steps]);
  return { unread: shown, ...steps };
}

function openWhenKnown(handle: ChannelHandle): UnreadDivider | null {
  const { info, lastRead } = handle.store.get();
  return info === null ? null : openDivider(lastRead);
}
