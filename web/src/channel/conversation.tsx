import { lazy, type ReactNode, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import type { ChannelHandle } from '../../../client/channel/channel-handle.ts';
import { visibleMessages } from '../../../client/channel/channel-selectors.ts';
import type { ChannelState } from '../../../client/channel/channel-state.ts';
import { sentenceFor, sentenceForUnsent } from '../app/error-sentences.ts';
import { lazyAfterwards, useFirstLook } from '../app/first-look.ts';
import { tell } from '../app/toasts.ts';
import { Composer, type ComposerHandle } from '../composer/composer.tsx';
import { mayEdit, type Permissions } from '../message/actions.ts';
import { isSystemMessage } from '../message/kinds.ts';
import { TypingLine } from '../message/typing-line.tsx';
import { useCommand } from '../palette/command-handlers.ts';
import { pickReaction } from './pick-reaction.ts';
import { ChannelSkeleton } from './channel-skeleton.tsx';
import { listMessages, withPassing } from './listed-messages.ts';
import { MessageList } from './message-list.tsx';
import { channelText } from './text.ts';
import { useJump } from './use-jump.ts';
import { useMessageActions } from './use-message-actions.ts';
import { useUnreadDivider } from './use-unread-divider.ts';

const Announcer = lazyAfterwards(() => import('./announcer.tsx'));
const MessageOverlays = lazy(async () => ({
  default: (await import('../message/message-overlays.tsx')).MessageOverlays,
}));

interface ConversationProps {
  handle: ChannelHandle;
  state: ChannelState;
  name: string;
  permissions: Permissions;
  /** The message that the URL names. */
  ts: string | null;
  start: ReactNode;
  /** In the place of the composer where nothing can be written. */
  instead: ReactNode;
  autoFocus: boolean;
  /** A thread lies beside it; when that goes, with the focus in it, the composer has the focus again. */
  hasThread: boolean;
  openThread: (rootTs: string) => void;
  /** The URL should no longer name a message. */
  onForgetTs: () => void;
}

/** The messages of a channel and its composer. */
export function Conversation(props: ConversationProps) {
  const { handle, state, name, permissions, ts } = props;
  const t = channelText();
  const { self } = permissions;
  const composer = useRef<ComposerHandle>(null);
  const focusComposer = () => composer.current?.focus();
  const listed = useListed(state, self);
  const { unread, reach, scrollAway, markAllRead } = useUnreadDivider(handle);
  const jump = useJump(handle, ts);
  const wiring = useMessageActions(handle, {
    openThread: props.openThread,
    onEditEnd: focusComposer,
    keepText: (text) => composer.current?.add(text),
  });
  const [wasShown, setShown] = useState(false);
  useFocusAfter(props.hasThread, focusComposer);
  useCommand('markRead', markAllRead);
  useCommand('react', () => {
    const newest = listed.findLast((item) => item.delivery === 'sent' && !isSystemMessage(item.message));
    return newest !== undefined && pickReaction(newest.message, wiring.actions);
  });

  const load = (what: Promise<void>) =>
    void what.catch((error: unknown) => tell(sentenceFor(error), { isError: true }));
  const editLast = () => {
    const last = listed.findLast((item) => item.delivery === 'sent' && mayEdit(item.message, permissions));
    if (last) wiring.actions.edit(last.message.ts);
    return last !== undefined;
  };

  const isReady = state.info !== null && (wasShown || !jump.isUnderWay);
  if (isReady && !wasShown) setShown(true);
  useFirstLook(isReady);
  return (
    <>
      {isReady ? (
        <MessageList
          channelId={handle.id}
          label={t.messagesIn(name)}
          listed={listed}
          hasOlder={state.hasOlder}
          hasNewer={state.hasNewer}
          isLoading={state.loading.older || state.loading.newer || state.loading.jump !== null}
          unreadAfter={unread?.after ?? null}
          unreadUntil={unread?.until ?? null}
          target={jump.target}
          highlightedTs={jump.highlightedTs}
          editingTs={wiring.editingTs}
          editedText={wiring.editedText}
          permissions={permissions}
          actions={wiring.actions}
          start={props.start}
          onNeedOlder={() => load(handle.loadOlder())}
          onNeedNewer={() => load(handle.loadNewer())}
          onJumpToLatest={() => {
            handle.jumpToLatest();
            props.onForgetTs();
          }}
          onReachEnd={reach}
          onLeaveEnd={scrollAway}
          onJumpToUnread={(firstTs) => unread !== null && jump.jumpToUnread(firstTs, unread.after)}
          onMarkRead={markAllRead}
          onLeave={focusComposer}
          onEscape={() => {
            markAllRead();
            focusComposer();
          }}
        />
      ) : (
        <ChannelSkeleton />
      )}
      <Suspense>
        <Announcer listed={listed} self={self} />
      </Suspense>
      <TypingLine typing={state.typing} threadTs={null} />
      {props.instead ?? (
        <Composer
          ref={composer}
          label={t.message(name)}
          handle={handle}
          onSend={(text) => {
            const isTaken = send(handle, text);
            if (isTaken) markAllRead();
            return isTaken;
          }}
          onEditLast={editLast}
          autoFocus={props.autoFocus}
        />
      )}
      {wiring.overlay && (
        <Suspense>
          <MessageOverlays
            handle={handle}
            overlay={wiring.overlay}
            permissions={permissions}
            actions={wiring.actions}
            isInThread={false}
            onLeave={focusComposer}
            onChange={wiring.setOverlay}
          />
        </Suspense>
      )}
    </>
  );
}

/** What was open has gone and taken the focus along. */
function useFocusAfter(isOpen: boolean, focus: () => void): void {
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    if (wasOpen.current && !isOpen && document.activeElement === document.body) focus();
    wasOpen.current = isOpen;
  });
}

/** The same array as long as neither a message nor what is waiting changed. */
function useListed(state: ChannelState, self: string) {
  const messages = visibleMessages(state);
  const { pending, ephemeral, hasNewer } = state;
  return useMemo(() => {
    // Our unsent messages belong to the end; an older stretch of the history does not show them.
    const waiting = hasNewer ? [] : pending.filter((message) => message.threadTs === undefined);
    const passing = hasNewer ? [] : ephemeral.filter((message) => message.thread_ts === undefined);
    return withPassing(listMessages(messages, waiting, self, sentenceForUnsent), passing);
  }, [messages, pending, ephemeral, hasNewer, self]);
}

function send(handle: ChannelHandle, text: string): boolean {
  try {
    if (handle.store.get().hasNewer) handle.jumpToLatest();
    handle.send(text);
    return true;
  } catch {
    tell(channelText().tooManyWaiting, { isError: true });
    return false;
  }
}
