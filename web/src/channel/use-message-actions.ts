import { useMemo, useRef, useState } from 'react';
import type { ChannelHandle } from '../../../client/channel/channel-handle.ts';
import { findMessage } from '../../../client/channel/channel-selectors.ts';
import { useWorkspace } from '../app/workspace-context.ts';
import type { MessageActions } from '../message/actions.ts';
import { createMessageCommands } from '../message/commands.ts';
import { refused } from '../message/say.ts';
import type { MessageOverlay } from '../message/message-overlays.tsx';
import { messageText } from '../message/text.ts';
import { useNames } from '../people/people-context.tsx';

interface Wiring {
  openThread: (rootTs: string) => void;
  /** Editing is over: the composer takes the focus again. */
  onEditEnd: () => void;
}

/** What rows can do in this channel, what is being edited, and the menu, picker or question that stands over them. */
export function useMessageActions(handle: ChannelHandle, wiring: Wiring) {
  const names = useNames();
  const workspace = useWorkspace();
  const [editingTs, setEditingTs] = useState<string | null>(null);
  const [overlay, setOverlay] = useState<MessageOverlay | null>(null);
  const latest = useRef(wiring);
  latest.current = wiring;

  const actions = useMemo((): MessageActions => {
    const endEdit = () => {
      setEditingTs(null);
      latest.current.onEditEnd();
    };
    return {
      ...createMessageCommands(workspace, handle, names),
      edit: setEditingTs,
      cancelEdit: endEdit,
      saveEdit(ts, text) {
        endEdit();
        if (findMessage(handle.store.get(), ts)?.text === text) return;
        handle.edit(ts, text).catch(refused((reason) => messageText().notChanged(reason)));
      },
      remove: (message, returnFocusTo = null) => setOverlay({ kind: 'delete', message, returnFocusTo }),
      openThread: (rootTs) => latest.current.openThread(rootTs),
      pickReaction: (message, place) => setOverlay({ kind: 'picker', message, place }),
      openMenu: (message, place) => setOverlay({ kind: 'menu', message, place }),
      remind: (message, place) => setOverlay({ kind: 'remind', message, place }),
    };
  }, [workspace, handle, names]);

  return { actions, editingTs, overlay, setOverlay };
}
