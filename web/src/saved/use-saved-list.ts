import { useCallback, useEffect, useMemo, useRef } from 'react';
import { nextCursor } from '../../../client/api/answers.ts';
import type { ListedSaved } from '../../../client/api/personal-answers.ts';
import { savedKey } from '../../../client/session/session-state.ts';
import type { Workspace } from '../../../client/workspace.ts';
import { usePages } from '../app/use-pages.ts';
import { useSelected } from '../app/use-selected.ts';

const pageSize = 50;

/** The messages that the person keeps for later, or is done with; as they change here and on other devices. */
export function useSavedList(workspace: Workspace, state: 'open' | 'done') {
  const saved = useSelected(workspace.session, (session) => session.saved);
  const load = useCallback(
    async (cursor: string | null) => {
      const answer = await workspace.api.edgeways.saved.list({
        state,
        limit: pageSize,
        ...(cursor !== null && { cursor }),
      });
      return { items: answer.saved, nextCursor: nextCursor(answer), unreachable: answer.unreachable };
    },
    [workspace, state],
  );
  const pages = usePages<ListedSaved>(load, keyOf);
  const { items, reload } = pages;

  const known = useRef(saved);
  useEffect(() => {
    if (known.current === saved) return;
    known.current = saved;
    reload();
  }, [saved, reload]);

  // At once what the session says already: what is done or removed is gone, and due when it says.
  const shown = useMemo(() => {
    if (items === null) return null;
    return items.flatMap((item) => {
      const now = saved.get(keyOf(item));
      if (state === 'done') return now ? [] : [item];
      return now ? [{ ...item, due: now.due }] : [];
    });
  }, [items, saved, state]);
  return { ...pages, items: shown };
}

function keyOf(item: ListedSaved): string {
  return savedKey(item.channel, item.ts);
}
