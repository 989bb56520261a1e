import X from 'lucide-react/icons/x';
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import type { ChannelHandle } from '../../../client/channel-handle.ts';
import { visibleThread } from '../../../client/channel-selectors.ts';
import type { ChannelState } from '../../../client/channel-state.ts';
import { sentenceFor, sentenceForCode } from '../app/error-sentences.ts';
import { tell } from '../app/toasts.tsx';
import { ChannelSkeleton } from '../channel/channel-skeleton.tsx';
import { listMessages } from '../channel/listed-messages.ts';
import { MessageList, type ScrollTarget } from '../channel/message-list.tsx';
import { useMessageActions } from '../channel/use-message-actions.ts';
import { Composer, type ComposerHandle } from '../composer/composer.tsx';
import { createDraftSlot } from '../composer/drafts.ts';
import { EmptyState } from '../design/empty-state.tsx';
import { IconButton } from '../design/icon-button.tsx';
import { mayEdit, type Permissions } from '../message/actions.ts';
import styles from './thread-pane.module.css';

const DeleteDialog = lazy(() => import('../message/delete-dialog.tsx'));

interface ThreadPaneProps {
  workspaceId: string;
  handle: ChannelHandle;
  state: ChannelState;
  channelName: string;
  rootTs: string;
  /** The reply that the URL names. */
  ts: string | null;
  permissions: Permissions;
  onClose: () => void;
}

/** A message and what was answered to it. */
export function ThreadPane(props: ThreadPaneProps) {
  const { workspaceId, handle, state, channelName, rootTs, ts, permissions, onClose } = props;
  const { self } = permissions;
  const composer = useRef<ComposerHandle>(null);
  const [error, setError] = useState<string | null>(null);
  const focusComposer = () => composer.current?.focus();
  const wiring = useMessageActions(handle, { openThread: () => undefined, onEditEnd: focusComposer });
  const messages = visibleThread(state, rootTs);
  const { pending } = state;
  const listed = useMemo(() => {
    const waiting = pending.filter((message) => message.threadTs === rootTs);
    return messages && listMessages(messages, waiting, self, sentenceForCode);
  }, [messages, pending, rootTs, self]);
  const target = useMemo((): ScrollTarget | null => (ts === null ? null : { ts }), [ts]);
  const draft = useMemo(
    () => createDraftSlot(localStorage, `${workspaceId}.${handle.id}.${rootTs}`),
    [workspaceId, handle, rootTs],
  );

  useEffect(() => {
    setError(null);
    handle.openThread(rootTs).catch((reason: unknown) => setError(sentenceFor(reason)));
    return () => handle.closeThread(rootTs);
  }, [handle, rootTs]);

  const send = (text: string) => {
    try {
      handle.send(text, { threadTs: rootTs });
      return true;
    } catch {
      tell('Too many messages are waiting to be sent. Wait until you are connected again.', { isError: true });
      return false;
    }
  };
  const editLast = () => {
    const last = listed?.findLast((item) => item.delivery === 'sent' && mayEdit(item.message, permissions));
    if (last) wiring.actions.edit(last.message.ts);
    return last !== undefined;
  };

  return (
    <aside className={styles.pane} aria-label="Thread">
      <header className={styles.header}>
        <h2 className={styles.title}>
          Thread <span className={styles.channel}>{channelName}</span>
        </h2>
        <IconButton label="Close thread" onClick={onClose}>
          <X size={19} />
        </IconButton>
      </header>
      {error !== null && listed === null && <EmptyState title="This thread cannot be shown">{error}</EmptyState>}
      {error === null && listed === null && <ChannelSkeleton />}
      {listed !== null && (
        <MessageList
          label="Messages in thread"
          listed={listed}
          hasOlder={false}
          hasNewer={false}
          isLoading={false}
          unreadAfter={null}
          target={target}
          highlightedTs={ts}
          editingTs={wiring.editingTs}
          isInThread
          permissions={permissions}
          actions={wiring.actions}
          start={null}
          onNeedOlder={() => undefined}
          onNeedNewer={() => undefined}
          onJumpToLatest={() => undefined}
          onReachEnd={() => undefined}
          onLeave={focusComposer}
        />
      )}
      {!permissions.isReadOnly && (
        <Composer
          ref={composer}
          label="Reply…"
          draft={draft}
          onSend={send}
          onEditLast={editLast}
          autoFocus={ts === null}
        />
      )}
      {wiring.deleting && (
        <Suspense>
          <DeleteDialog message={wiring.deleting} onConfirm={wiring.confirmDelete} onClose={wiring.cancelDelete} />
        </Suspense>
      )}
    </aside>
  );
}
