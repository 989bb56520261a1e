import { useCallback, useRef, useState } from 'react';
import type { ChannelHandle } from '../../../client/channel/channel-handle.ts';
import type { Workspace } from '../../../client/workspace.ts';
import { loadMembers } from '../people/load-members.ts';
import type { Acquaintance } from './find-choices.ts';
import { lastHeard } from './last-heard.ts';

/** Whom a person most likely means in this conversation. Its people are looked up when the first one is to be called. */
export function useAcquaintance(workspace: Workspace, handle: ChannelHandle) {
  const [present, setPresent] = useState<ReadonlySet<string> | null>(null);
  const isAsked = useRef(false);
  const onPeopleWanted = useCallback(() => {
    if (isAsked.current) return;
    isAsked.current = true;
    loadMembers(workspace, handle.id).then(
      (members) => setPresent(new Set(members)),
      () => {
        // Without them everybody is offered alike; the next @ asks again.
        isAsked.current = false;
      },
    );
  }, [workspace, handle]);
  const acquaintance = useCallback(
    (): Acquaintance => ({
      self: workspace.self,
      present,
      lastHeard: lastHeard(
        workspace.session.get().channels.values(),
        handle.store.get().messages.toArray().slice(-200),
      ),
    }),
    [workspace, handle, present],
  );
  return { acquaintance, onPeopleWanted };
}
