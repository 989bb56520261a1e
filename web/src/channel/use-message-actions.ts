import { useMemo, useRef, useState } from 'react';
import type { ChannelHandle } from '../../../client/channel-handle.ts';
import { findMessage } from '../../../client/channel-selectors.ts';
import type { Message } from '../../../shared/message.ts';
import { sentenceFor } from '../app/error-sentences.ts';
import { permalinkPath } from '../app/route.ts';
import { tell } from '../app/toasts.tsx';
import type { MessageActions } from '../message/actions.ts';
import { plainTextOf } from '../message/plain.ts';
import { useNames } from '../people/people-context.tsx';

interface Wiring {
  openThread: (rootTs: string) => void;
  /** Editing is over: the composer takes the focus again. */
  onEditEnd: () => void;
}

/** What rows can do in this channel, what is being edited, and what is about to be deleted. */
export function useMessageActions(handle: ChannelHandle, wiring: Wiring) {
  const names = useNames();
  const [editingTs, setEditingTs] = useState<string | null>(null);
  const [deleting, setDeleting] = useState<Message | null>(null);
  const latest = useRef(wiring);
  latest.current = wiring;

  const actions = useMemo((): MessageActions => {
    const endEdit = () => {
      setEditingTs(null);
      latest.current.onEditEnd();
    };
    return {
      edit: setEditingTs,
      cancelEdit: endEdit,
      saveEdit(ts, text) {
        endEdit();
        if (findMessage(handle.store.get(), ts)?.text === text) return;
        handle.edit(ts, text).catch((error: unknown) => tell(`Not changed. ${sentenceFor(error)}`, { isError: true }));
      },
      remove: setDeleting,
      copyLink({ ts, thread_ts: root }) {
        const path = permalinkPath(handle.id, ts, root !== undefined && root !== ts ? root : null);
        copy(location.origin + path, 'Link copied');
      },
      copyText: (message) => copy(plainTextOf(message.text, names), 'Text copied'),
      openThread: (rootTs) => latest.current.openThread(rootTs),
      retry: handle.retry,
      discard: handle.discard,
    };
  }, [handle, names]);

  const confirmDelete = () => {
    const message = deleting;
    setDeleting(null);
    if (!message) return;
    handle.remove(message.ts).catch((error: unknown) => tell(`Not deleted. ${sentenceFor(error)}`, { isError: true }));
  };
  return { actions, editingTs, deleting, confirmDelete, cancelDelete: () => setDeleting(null) };
}

/** Browsers allow it only on a secure origin, and may refuse. */
function copy(text: string, done: string): void {
  const failed = () => tell('The browser did not allow copying.', { isError: true });
  if (!navigator.clipboard) return failed();
  navigator.clipboard.writeText(text).then(() => tell(done), failed);
}
