import { type RefObject, useEffect, useMemo } from 'react';
import type { ChannelHandle } from '../../../client/channel/channel-handle.ts';
import { systemClock } from '../../../client/clock.ts';
import type { Workspace } from '../../../client/workspace.ts';
import type { Names } from '../people/people-context.tsx';
import { composerNamesOf } from './composer-names.ts';
import { createDraftSync, type DraftPlace, type DraftSync } from './draft-sync.ts';
import type { EditorHandle } from './editor.tsx';
import { readMrkdwn } from './read-mrkdwn.ts';

interface DraftOf {
  workspace: Workspace;
  handle: ChannelHandle;
  threadTs: string | null;
}

export function useDraftPlace({ workspace, handle, threadTs }: DraftOf): DraftPlace {
  return useMemo(
    () => ({
      get: () => workspace.drafts.get(handle.id, threadTs),
      set: (text) => workspace.drafts.set(handle.id, threadTs, text),
    }),
    [workspace, handle, threadTs],
  );
}

/** Keeps the editor's content and the draft the same, across the person's devices. */
export function useDraft(
  place: DraftPlace,
  workspace: Workspace,
  editor: RefObject<EditorHandle | null>,
  names: Names,
): DraftSync {
  const sync = useMemo(
    () =>
      createDraftSync(
        place,
        {
          isEmpty: () => editor.current?.content().isEmpty ?? true,
          hasFocus: () => editor.current?.hasFocus() ?? false,
          show: (text) => editor.current?.replace(readMrkdwn(text, composerNamesOf(names))),
        },
        systemClock,
      ),
    [place, editor, names],
  );
  useEffect(() => {
    sync.look();
    const stop = workspace.session.subscribe(sync.look);
    window.addEventListener('pagehide', sync.flush);
    window.addEventListener('blur', sync.look);
    return () => {
      stop();
      window.removeEventListener('pagehide', sync.flush);
      window.removeEventListener('blur', sync.look);
      sync.flush();
    };
  }, [sync, workspace]);
  return sync;
}
