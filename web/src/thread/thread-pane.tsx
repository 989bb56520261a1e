import Bell from 'lucide-react/icons/bell';
import BellOff from 'lucide-react/icons/bell-off';
import X from 'lucide-react/icons/x';
import { useMemo, useRef, useState } from 'react';
import type { ChannelHandle } from '../../../client/channel/channel-handle.ts';
import type { ChannelState } from '../../../client/channel/channel-state.ts';
import { tell } from '../app/toasts.ts';
import { ChannelSkeleton } from '../channel/channel-skeleton.tsx';
import { MessageList, type ScrollTarget } from '../channel/message-list.tsx';
import { useMessageActions } from '../channel/use-message-actions.ts';
import { Composer, type ComposerHandle } from '../composer/composer.tsx';
import { EmptyState } from '../design/empty-state.tsx';
import { IconButton } from '../design/icon-button.tsx';
import { mayEdit, type Permissions } from '../message/actions.ts';
import { MessageOverlays } from '../message/message-overlays.tsx';
import { TypingLine } from '../message/typing-line.tsx';
import { AlsoSend } from './also-send.tsx';
import { threadText } from './text.ts';
import styles from './thread-pane.module.css';
import { useThread } from './use-thread.ts';

interface ThreadPaneProps {
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
export default function ThreadPane(props: ThreadPaneProps) {
  const { handle, state, channelName, rootTs, ts, permissions, onClose } = props;
  const t = threadText();
  const composer = useRef<ComposerHandle>(null);
  const focusComposer = () => composer.current?.focus();
  const { listed, error, isFollowing, unreadAfter } = useThread(handle, state, rootTs);
  const wiring = useMessageActions(handle, {
    openThread: () => undefined,
    onEditEnd: focusComposer,
    keepText: (text) => composer.current?.add(text),
  });
  const target = useMemo((): ScrollTarget | null => (ts === null ? null : { ts }), [ts]);
  const [broadcast, setBroadcast] = useState(false);

  const send = (text: string) => {
    try {
      handle.send(text, { threadTs: rootTs, broadcast });
      setBroadcast(false);
      return true;
    } catch {
      tell(t.tooManyWaiting, { isError: true });
      return false;
    }
  };
  const editLast = () => {
    const last = listed?.findLast((item) => item.delivery === 'sent' && mayEdit(item.message, permissions));
    if (last) wiring.actions.edit(last.message.ts);
    return last !== undefined;
  };

  return (
    <aside className={styles.pane} aria-label={t.title}>
      <header className={styles.header}>
        <h2 className={styles.title}>
          {t.title} <span className={styles.channel}>{channelName}</span>
        </h2>
        <IconButton
          label={isFollowing ? t.unfollow : t.follow}
          onClick={() => wiring.actions.followThread(rootTs, !isFollowing)}
        >
          {isFollowing ? <Bell size={18} fill="currentColor" /> : <BellOff size={18} />}
        </IconButton>
        <IconButton label={t.close} onClick={onClose}>
          <X size={19} />
        </IconButton>
      </header>
      {error !== null && listed === null && <EmptyState title={t.cannotBeShown}>{error}</EmptyState>}
      {error === null && listed === null && <ChannelSkeleton />}
      {listed !== null && (
        <MessageList
          channelId={handle.id}
          label={t.messages}
          listed={listed}
          hasOlder={false}
          hasNewer={false}
          isLoading={false}
          unreadAfter={unreadAfter}
          target={target}
          highlightedTs={ts}
          editingTs={wiring.editingTs}
          editedText={wiring.editedText}
          isInThread
          permissions={permissions}
          actions={wiring.actions}
          start={null}
          onNeedOlder={() => undefined}
          onNeedNewer={() => undefined}
          onJumpToLatest={() => undefined}
          onReachEnd={(latest) => handle.markThreadRead(rootTs, latest)}
          onLeave={focusComposer}
          onEscape={focusComposer}
        />
      )}
      {!permissions.isReadOnly && (
        <>
          <TypingLine typing={state.typing} threadTs={rootTs} />
          <Composer
            ref={composer}
            label={t.reply}
            handle={handle}
            threadTs={rootTs}
            broadcast={broadcast}
            onSend={send}
            onEditLast={editLast}
            onEscapeEmpty={onClose}
            autoFocus={ts === null}
          />
          <AlsoSend channelName={channelName} isOn={broadcast} onChange={setBroadcast} />
        </>
      )}
      <MessageOverlays
        handle={handle}
        overlay={wiring.overlay}
        permissions={permissions}
        actions={wiring.actions}
        isInThread
        onLeave={focusComposer}
        onChange={wiring.setOverlay}
      />
    </aside>
  );
}
