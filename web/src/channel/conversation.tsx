import { lazy, type ReactNode, Suspense, useMemo, useRef, useState } from 'react';
import type { ChannelHandle } from '../../../client/channel-handle.ts';
import { visibleMessages } from '../../../client/channel-selectors.ts';
import type { ChannelState } from '../../../client/channel-state.ts';
import { sentenceFor, sentenceForCode } from '../app/error-sentences.ts';
import { tell } from '../app/toasts.tsx';
import { Composer, type ComposerHandle } from '../composer/composer.tsx';
import { createDraftSlot } from '../composer/drafts.ts';
import { mayEdit, type Permissions } from '../message/actions.ts';
import { Announcer } from './announcer.tsx';
import { ChannelSkeleton } from './channel-skeleton.tsx';
import { listMessages } from './listed-messages.ts';
import { MessageList } from './message-list.tsx';
import { useJump } from './use-jump.ts';
import { useMessageActions } from './use-message-actions.ts';
import { useUnreadDivider } from './use-unread-divider.ts';

const DeleteDialog = lazy(() => import('../message/delete-dialog.tsx'));

interface ConversationProps {
  workspaceId: string;
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
  openThread: (rootTs: string) => void;
  /** The URL should no longer name a message. */
  onForgetTs: () => void;
}

/** The messages of a channel and its composer. */
export function Conversation(props: ConversationProps) {
  const { workspaceId, handle, state, name, permissions, ts } = props;
  const { self } = permissions;
  const composer = useRef<ComposerHandle>(null);
  const focusComposer = () => composer.current?.focus();
  const listed = useListed(state, self);
  const unreadAfter = useUnreadDivider(state);
  const jump = useJump(handle, ts);
  const wiring = useMessageActions(handle, { openThread: props.openThread, onEditEnd: focusComposer });
  const draft = useMemo(() => createDraftSlot(localStorage, `${workspaceId}.${handle.id}`), [workspaceId, handle]);
  const [wasShown, setShown] = useState(false);

  const load = (what: Promise<void>) =>
    void what.catch((error: unknown) => tell(sentenceFor(error), { isError: true }));
  const editLast = () => {
    const last = listed.findLast((item) => item.delivery === 'sent' && mayEdit(item.message, permissions));
    if (last) wiring.actions.edit(last.message.ts);
    return last !== undefined;
  };

  const isReady = state.info !== null && (wasShown || !jump.isUnderWay);
  if (isReady && !wasShown) setShown(true);
  return (
    <>
      {isReady ? (
        <MessageList
          label={`Messages in ${name}`}
          listed={listed}
          hasOlder={state.hasOlder}
          hasNewer={state.hasNewer}
          isLoading={state.loading.older || state.loading.newer || state.loading.jump !== null}
          unreadAfter={unreadAfter}
          target={jump.target}
          highlightedTs={jump.highlightedTs}
          editingTs={wiring.editingTs}
          permissions={permissions}
          actions={wiring.actions}
          start={props.start}
          onNeedOlder={() => load(handle.loadOlder())}
          onNeedNewer={() => load(handle.loadNewer())}
          onJumpToLatest={() => {
            handle.jumpToLatest();
            props.onForgetTs();
          }}
          onReachEnd={handle.markRead}
          onLeave={focusComposer}
        />
      ) : (
        <ChannelSkeleton />
      )}
      <Announcer listed={listed} self={self} />
      {props.instead ?? (
        <Composer
          ref={composer}
          label={`Message ${name}`}
          draft={draft}
          onSend={(text) => send(handle, text)}
          onEditLast={editLast}
          autoFocus={props.autoFocus}
        />
      )}
      {wiring.deleting && (
        <Suspense>
          <DeleteDialog message={wiring.deleting} onConfirm={wiring.confirmDelete} onClose={wiring.cancelDelete} />
        </Suspense>
      )}
    </>
  );
}

/** The same array as long as neither a message nor what is waiting changed. */
function useListed(state: ChannelState, self: string) {
  const messages = visibleMessages(state);
  const { pending, hasNewer } = state;
  return useMemo(() => {
    // Our unsent messages belong to the end; an older stretch of the history does not show them.
    const waiting = hasNewer ? [] : pending.filter((message) => message.threadTs === undefined);
    return listMessages(messages, waiting, self, sentenceForCode);
  }, [messages, pending, hasNewer, self]);
}

function send(handle: ChannelHandle, text: string): boolean {
  try {
    if (handle.store.get().hasNewer) handle.jumpToLatest();
    handle.send(text);
    return true;
  } catch {
    tell('Too many messages are waiting to be sent. Wait until you are connected again.', { isError: true });
    return false;
  }
}
