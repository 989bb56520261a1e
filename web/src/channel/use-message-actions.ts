import { useEffect, useMemo, useRef, useState } from 'react';
import type { ChannelHandle } from '../../../client/channel/channel-handle.ts';
import { findMessage } from '../../../client/channel/channel-selectors.ts';
import { sentenceFor } from '../app/error-sentences.ts';
import { tell } from '../app/toasts.ts';
import { useSelected } from '../app/use-selected.ts';
import { useWorkspace } from '../app/workspace-context.ts';
import type { MessageActions } from '../message/actions.ts';
import { createMessageCommands } from '../message/commands.ts';
import { isTombstone } from '../message/kinds.ts';
import type { MessageOverlay } from '../message/message-overlays.tsx';
import { messageText } from '../message/text.ts';
import { useNames } from '../people/people-context.tsx';

interface Wiring {
  openThread: (rootTs: string) => void;
  /** Editing is over: the composer takes the focus again. */
  onEditEnd: () => void;
  /** What was written in the place of a message that is gone: the composer, or a draft, takes it. */
  keepText: (text: string) => void;
}

/** A message being edited. */
interface Edit {
  ts: string;
  /** What was typed in an attempt that was refused; null for what the message says. */
  text: string | null;
}

/** What rows can do in this channel, what is being edited, and the menu, picker or question that stands over them. */
export function useMessageActions(handle: ChannelHandle, wiring: Wiring) {
  const names = useNames();
  const workspace = useWorkspace();
  const [edit, setEdit] = useState<Edit | null>(null);
  const [overlay, setOverlay] = useState<MessageOverlay | null>(null);
  const typed = useRef<string | null>(null);
  const latest = useRef({ ...wiring, edit });
  latest.current = { ...wiring, edit };

  const actions = useMemo((): MessageActions => {
    const beginEdit = (ts: string, text: string | null) => {
      typed.current = text;
      setEdit({ ts, text });
    };
    const endEdit = () => {
      setEdit(null);
      latest.current.onEditEnd();
    };
    return {
      ...createMessageCommands(workspace, handle, names),
      edit: (ts) => beginEdit(ts, null),
      typeEdit(text) {
        typed.current = text;
      },
      cancelEdit: endEdit,
      saveEdit(ts, text) {
        endEdit();
        if (findMessage(handle.store.get(), ts)?.text === text) return;
        handle.edit(ts, text).catch((error: unknown) => {
          tell(messageText().notChanged(sentenceFor(error)), { isError: true });
          if (latest.current.edit === null && !isLost(handle, ts)) beginEdit(ts, text);
          else latest.current.keepText(text);
        });
      },
      remove: (message, returnFocusTo = null) => setOverlay({ kind: 'delete', message, returnFocusTo }),
      openThread: (rootTs) => latest.current.openThread(rootTs),
      pickReaction: (message, place) => setOverlay({ kind: 'picker', message, place }),
      openMenu: (message, place) => setOverlay({ kind: 'menu', message, place }),
      remind: (message, place) => setOverlay({ kind: 'remind', message, place }),
    };
  }, [workspace, handle, names]);

  const isEditLost = useSelected(handle.store, () => edit !== null && isLost(handle, edit.ts));
  useEffect(() => {
    if (!isEditLost) return;
    if (typed.current !== null) {
      latest.current.keepText(typed.current);
      tell(messageText().editLost);
    }
    setEdit(null);
    latest.current.onEditEnd();
  }, [isEditLost]);

  return { actions, editingTs: edit?.ts ?? null, editedText: edit?.text ?? null, overlay, setOverlay };
}

/** Whether there is no row any more in which it could be edited. */
function isLost(handle: ChannelHandle, ts: string): boolean {
  const message = findMessage(handle.store.get(), ts);
  return message === undefined || isTombstone(message);
}
