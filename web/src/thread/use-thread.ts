import { useEffect, useMemo, useState } from 'react';
import type { ChannelHandle } from '../../../client/channel/channel-handle.ts';
import { visibleThread } from '../../../client/channel/channel-selectors.ts';
import type { ChannelState } from '../../../client/channel/channel-state.ts';
import { sentenceFor, sentenceForUnsent } from '../app/error-sentences.ts';
import { listMessages, withPassing } from '../channel/listed-messages.ts';
import type { ListedMessage } from '../channel/rows.ts';

interface OpenThread {
  /** The root and its replies, with what is on its way; null until they are loaded. */
  listed: readonly ListedMessage[] | null;
  /** Why they could not be loaded. */
  error: string | null;
  isFollowing: boolean;
  /** Where the "new" divider stands: at what was read when the thread was opened. Null for none. */
  unreadAfter: string | null;
}

/** Opens a thread for as long as the component is there. */
export function useThread(handle: ChannelHandle, state: ChannelState, rootTs: string): OpenThread {
  const [error, setError] = useState<string | null>(null);
  const messages = visibleThread(state, rootTs);
  const { pending, ephemeral, self } = state;
  const standing = state.threadStates.get(rootTs);

  useEffect(() => {
    setError(null);
    handle.openThread(rootTs).catch((reason: unknown) => setError(sentenceFor(reason)));
    return () => handle.closeThread(rootTs);
  }, [handle, rootTs]);

  const listed = useMemo(() => {
    const waiting = pending.filter((message) => message.threadTs === rootTs);
    const passing = ephemeral.filter((message) => message.thread_ts === rootTs);
    return messages && withPassing(listMessages(messages, waiting, self, sentenceForUnsent), passing);
  }, [messages, pending, ephemeral, rootTs, self]);

  // As it was at first: it does not follow the read cursor, or it would vanish while being read. Whoever does not follow
  // the thread has read nothing, and everything would be new to them.
  const [divider, setDivider] = useState<string | null>(null);
  const opened = divider ?? (messages && standing?.isFollowing ? standing.lastRead : null);
  if (opened !== divider) setDivider(opened);
  return { listed, error, isFollowing: standing?.isFollowing ?? false, unreadAfter: opened };
}
