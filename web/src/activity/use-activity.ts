import { useCallback, useEffect, useRef, useState } from 'react';
import type { ListedActivity } from '../../../client/api/personal-answers.ts';
import { nextCursor } from '../../../client/api/answers.ts';
import type { Workspace } from '../../../client/workspace.ts';
import { usePages } from '../app/use-pages.ts';
import { type ActivityFilter, filterKinds } from './filters.ts';

const pageSize = 40;

/**
 * The lines of the activity view. `readUntil` is what was looked at before the view was opened (milliseconds): it stays
 * as it was, so that one sees what is new, while the session is told that everything was looked at.
 */
export function useActivity(workspace: Workspace, filter: ActivityFilter) {
  const [readUntil, setReadUntil] = useState<number | null>(null);
  const newest = useRef(0);

  const load = useCallback(
    async (cursor: string | null) => {
      const kinds = filterKinds[filter];
      const answer = await workspace.api.edgeways.activity.list({
        limit: pageSize,
        ...(kinds && { kinds: kinds.join(',') }),
        ...(cursor !== null && { cursor }),
      });
      setReadUntil((known) => known ?? answer.read_until);
      newest.current = Math.max(newest.current, answer.newest_at, answer.read_until);
      return { items: answer.items, nextCursor: nextCursor(answer), unreachable: answer.unreachable };
    },
    [workspace, filter],
  );
  const pages = usePages<ListedActivity>(load, ({ item }) => item.id);
  const { items, reload } = pages;

  useEffect(() => workspace.activity.subscribe(reload), [workspace, reload]);

  // Only what is really before somebody's eyes counts as looked at; and with a filter, the rest is not.
  useEffect(() => {
    if (items === null || filter !== 'all') return;
    const look = () => {
      if (document.visibilityState !== 'visible' || !document.hasFocus()) return;
      if (!workspace.session.get().hasNewActivity) return;
      // What is not told now is told when somebody looks again.
      workspace.api.edgeways.activity.mark({ at: newest.current }).catch(() => undefined);
    };
    look();
    window.addEventListener('focus', look);
    return () => window.removeEventListener('focus', look);
  }, [workspace, items, filter]);

  return { ...pages, readUntil: readUntil ?? Infinity };
}
