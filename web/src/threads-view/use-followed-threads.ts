import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { nextCursor } from '../../../client/api/answers.ts';
import type { ListedThread } from '../../../client/api/personal-answers.ts';
import { threadKey } from '../../../client/session/session-state.ts';
import type { Workspace } from '../../../client/workspace.ts';
import { usePages } from '../app/use-pages.ts';
import { useSelected } from '../app/use-selected.ts';
import { inKnownOrder } from './in-known-order.ts';

const pageSize = 20;

export const keyOfThread = ({ thread }: ListedThread) => threadKey(thread.channel, thread.thread_ts);

/** The threads that the person follows: unread ones first, then by their newest reply; in the order in which they were first seen. */
export function useFollowedThreads(workspace: Workspace) {
  const unread = useSelected(workspace.session, (session) => session.unreadThreads);
  const load = useCallback(
    async (cursor: string | null) => {
      const answer = await workspace.api.edgeways.threads.list({
        limit: pageSize,
        ...(cursor !== null && { cursor }),
      });
      return { items: answer.threads, nextCursor: nextCursor(answer), unreachable: answer.unreachable };
    },
    [workspace],
  );
  const pages = usePages<ListedThread>(load, keyOfThread);
  const { items, reload } = pages;

  // A thread of which nothing was known has something new. Those that are shown keep themselves up to date.
  const isMissing =
    items !== null && [...unread.keys()].some((key) => !items.some((item) => keyOfThread(item) === key));
  const asked = useRef(unread);
  useEffect(() => {
    if (!isMissing || asked.current === unread) return;
    asked.current = unread;
    reload();
  }, [isMissing, unread, reload]);

  const [order, setOrder] = useState<readonly string[]>([]);
  const shown = useMemo(() => items && inKnownOrder(items, keyOfThread, order), [items, order]);
  const keys = shown?.map(keyOfThread) ?? [];
  // In the same render, so that nothing is seen to jump.
  if (keys.join() !== order.join()) setOrder(keys);
  return { ...pages, items: shown };
}
