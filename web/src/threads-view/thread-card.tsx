import { memo, useMemo } from 'react';
import type { ChannelHandle } from '../../../client/channel/channel-handle.ts';
import type { ListedThread } from '../../../client/api/personal-answers.ts';
import type { Workspace } from '../../../client/workspace.ts';
import { sentenceForCode } from '../app/error-sentences.ts';
import { useSelected } from '../app/use-selected.ts';
import { useStore } from '../app/use-store.ts';
import { listMessages } from '../channel/listed-messages.ts';
import { useChannel } from '../channel/use-channel.ts';
import { useMessageActions } from '../channel/use-message-actions.ts';
import { idleActions, type Permissions } from '../message/actions.ts';
import { MessageOverlays } from '../message/message-overlays.tsx';
import { useConversationName } from '../message/conversation-name.ts';
import { useThread } from '../thread/use-thread.ts';
import { CardHeader } from './card-header.tsx';
import { CardReplies } from './card-replies.tsx';
import { CardReply } from './card-reply.tsx';
import { threadsText } from './text.ts';
import styles from './threads-page.module.css';
import { useSeen } from './use-seen.ts';

interface ThreadCardProps {
  workspace: Workspace;
  listed: ListedThread;
}

/** A thread: what it is about, the last replies, and a place to answer. Live as long as it is on screen. */
export const ThreadCard = memo(function ThreadCard({ workspace, listed }: ThreadCardProps) {
  const { channel, thread_ts: rootTs } = listed.thread;
  const handle = useChannel(workspace, channel);
  const conversation = useConversationName(channel);
  const name = conversation?.name ?? threadsText().aChannel;
  return (
    <article className={styles.card} aria-label={threadsText().thread(name)}>
      <CardHeader workspace={workspace} listed={listed} name={name} handle={handle} />
      {handle ? (
        <LiveThread key={rootTs} workspace={workspace} handle={handle} listed={listed} name={name} />
      ) : (
        <StillThread workspace={workspace} listed={listed} />
      )}
    </article>
  );
});

/** What the list said of it, for the moment until its channel is open. */
function StillThread({ workspace, listed }: ThreadCardProps) {
  const { root, latest, thread } = listed;
  const messages = useMemo(
    () => listMessages([root, ...latest], [], workspace.self, sentenceForCode),
    [root, latest, workspace],
  );
  return (
    <CardReplies
      channelId={thread.channel}
      listed={messages}
      shownFrom={latest[0]?.ts ?? null}
      replyCount={root.reply_count ?? latest.length}
      unreadAfter={thread.has_unread ? thread.last_read : null}
      editingTs={null}
      permissions={{ self: workspace.self, isAdministrator: false, isReadOnly: true }}
      actions={idleActions}
    />
  );
}

interface LiveThreadProps extends ThreadCardProps {
  handle: ChannelHandle;
  name: string;
}

function LiveThread({ workspace, handle, listed: { root, latest, thread }, name }: LiveThreadProps) {
  const rootTs = thread.thread_ts;
  const state = useStore(handle.store);
  const open = useThread(handle, state, rootTs);
  const wiring = useMessageActions(handle, {
    openThread: () => undefined,
    onEditEnd: () => undefined,
    keepText(text) {
      const draft = workspace.drafts.get(handle.id, rootTs);
      workspace.drafts.set(handle.id, rootTs, draft === '' ? text : `${draft}\n${text}`);
    },
  });
  const channel = useSelected(workspace.session, ({ channels }) => channels.get(thread.channel));
  const role = useSelected(workspace.session, ({ self }) => self?.role ?? 'member');
  const isReadOnly = channel === undefined || channel.is_archived;
  const permissions = useMemo(
    (): Permissions => ({ self: workspace.self, isAdministrator: role !== 'member', isReadOnly }),
    [workspace, role, isReadOnly],
  );
  const still = useMemo(
    () => listMessages([root, ...latest], [], workspace.self, sentenceForCode),
    [root, latest, workspace],
  );
  const listed = open.listed ?? still;
  const newest = listed.findLast(({ delivery }) => delivery === 'sent')?.message.ts ?? rootTs;
  const end = useSeen(() => handle.markThreadRead(rootTs, newest), open.listed !== null ? newest : null);

  return (
    <>
      <CardReplies
        channelId={thread.channel}
        listed={listed}
        shownFrom={latest[0]?.ts ?? null}
        replyCount={listed[0]?.message.reply_count ?? latest.length}
        unreadAfter={thread.has_unread ? (open.unreadAfter ?? thread.last_read) : null}
        editingTs={wiring.editingTs}
        editedText={wiring.editedText}
        permissions={permissions}
        actions={wiring.actions}
      />
      <div ref={end} />
      {!isReadOnly && <CardReply workspace={workspace} handle={handle} rootTs={rootTs} channelName={name} />}
      <MessageOverlays
        handle={handle}
        overlay={wiring.overlay}
        permissions={permissions}
        actions={wiring.actions}
        isInThread
        onLeave={() => undefined}
        onChange={wiring.setOverlay}
      />
    </>
  );
}
