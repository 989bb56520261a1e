import { useCallback, useEffect, useRef, useState } from 'react';
import type { Conversation } from '../../../client/api/answers.ts';
import type { Workspace } from '../../../client/workspace.ts';
import { sentenceFor } from '../app/error-sentences.ts';

interface AllChannels {
  channels: readonly Conversation[];
  isLoading: boolean;
  error: string | null;
  reload: () => void;
}

/** Every channel that the person may see, archived ones too; page after page, shown as they come. */
export function useAllChannels(workspace: Workspace): AllChannels {
  const [channels, setChannels] = useState<readonly Conversation[]>([]);
  const [isLoading, setLoading] = useState(true);
  const [error, setError] = useState<string | null>(null);
  const current = useRef<object | null>(null);

  const load = useCallback(() => {
    const run = {};
    current.current = run;
    const ifCurrent = (act: () => void) => current.current === run && act();
    setLoading(true);
    setError(null);
    readPages(workspace, (found) => {
      ifCurrent(() => setChannels(found));
      return current.current === run;
    })
      .catch((reason: unknown) => ifCurrent(() => setError(sentenceFor(reason))))
      .finally(() => ifCurrent(() => setLoading(false)));
  }, [workspace]);

  useEffect(() => {
    load();
    return () => {
      current.current = null;
    };
  }, [load]);
  return { channels, isLoading, error, reload: load };
}

/** As in the sidebar: `room-9` before `room-10`. */
const collator = new Intl.Collator(undefined, { numeric: true });
const byName = (a: Conversation, b: Conversation) => collator.compare(a.name ?? '', b.name ?? '');

/** Hands over all that was found so far, by name, after each page; stops when that is not wanted any more. */
async function readPages(workspace: Workspace, onPage: (found: readonly Conversation[]) => boolean): Promise<void> {
  const found: Conversation[] = [];
  let cursor: string | null = null;
  do {
    const page = await workspace.browse({ includeArchived: true, ...(cursor !== null && { cursor }) });
    found.push(...page.channels);
    if (!onPage(found.toSorted(byName))) return;
    cursor = page.nextCursor;
  } while (cursor !== null);
}
