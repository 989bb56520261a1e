import { lazy, Suspense, useMemo } from 'react';
import type { ChannelHandle } from '../../../client/channel/channel-handle.ts';
import { preferencesOf } from '../../../client/session/sidebar-sections.ts';
import type { Workspace } from '../../../client/workspace.ts';
import { isDirect } from '../../../shared/channel.ts';
import { type DialogRequest, openDialog } from '../app/dialog-request.ts';
import { goUp, leaveConversation, navigate } from '../app/navigation.ts';
import { useSelected } from '../app/use-selected.ts';
import { useStore } from '../app/use-store.ts';
import type { Permissions } from '../message/actions.ts';
import { copyToClipboard } from '../message/copy.ts';
import { BookmarksBar } from '../pins/bookmarks-bar.tsx';
import { PinsButton } from '../pins/pins-button.tsx';
import { useChannelCommands } from '../sidebar/channel-commands.ts';
import { partnerOf } from '../sidebar/channel-label.ts';
import { ChannelHeader } from './channel-header.tsx';
import { ChannelMenuPlace } from './channel-menu-place.tsx';
import { ChannelSkeleton } from './channel-skeleton.tsx';
import { ChannelStart } from './channel-start.tsx';
import styles from './channel-view.module.css';
import { Conversation } from './conversation.tsx';
import { lastSpeakers, mostFaces } from './last-speakers.ts';
import { channelText } from './text.ts';
import { useChannel } from './use-channel.ts';
import { useConversationCommands } from './use-conversation-commands.ts';
import { useConversationName } from './use-conversation-name.ts';

const ThreadPane = lazy(() => import('../thread/thread-pane.tsx'));
const DirectStart = lazy(() => import('../direct/direct-start.tsx'));
const CannotWrite = lazy(() => import('./cannot-write.tsx'));
const NoAccess = lazy(() => import('./no-access.tsx'));

interface ChannelViewProps {
  workspace: Workspace;
  channelId: string;
  ts: string | null;
  threadTs: string | null;
  isAdministrator: boolean;
  isNarrow: boolean;
}

/** A channel: header, conversation, and a thread beside it. */
export function ChannelView(props: ChannelViewProps) {
  const handle = useChannel(props.workspace, props.channelId);
  return handle ? <OpenChannel key={handle.id} {...props} handle={handle} /> : <ChannelSkeleton />;
}

function OpenChannel(props: ChannelViewProps & { handle: ChannelHandle }) {
  const { workspace, handle, channelId, ts, threadTs, isAdministrator, isNarrow } = props;
  const state = useStore(handle.store);
  const connection = useStore(handle.connection);
  const inSidebar = useSelected(workspace.session, (session) => session.channels.get(channelId));
  const preferences = useSelected(workspace.session, (session) => preferencesOf(session, channelId));
  const commands = useChannelCommands(channelId);
  const { info } = state;
  const isMember = inSidebar !== undefined || state.isMember;
  const isArchived = info?.isArchived ?? inSidebar?.is_archived ?? false;
  const kind = info?.kind ?? inSidebar?.kind ?? 'public';
  const { name, spoken } = useConversationName(inSidebar, info);
  const isReadOnly = isArchived || !isMember;
  const others = inSidebar?.members?.filter((id) => id !== workspace.self).slice(0, mostFaces);
  const permissions: Permissions = useMemo(
    () => ({ self: workspace.self, isAdministrator, isReadOnly }),
    [workspace, isAdministrator, isReadOnly],
  );
  const place = (where: { ts: string | null; threadTs: string | null }) =>
    ({ kind: 'channel', workspaceId: workspace.id, channelId, ...where }) as const;
  const list = { kind: 'workspace', workspaceId: workspace.id } as const;

  const dialog = (request: DialogRequest) => () => openDialog(request);
  const channel = { channelId, name };
  const mayChange = isMember && !isReadOnly && info !== null;
  const membersDialog = dialog({ kind: 'members', ...channel, canChange: mayChange && !isDirect(kind) });
  const invite = dialog({ kind: 'add-people', ...channel });
  const toggle = {
    star: () => commands.set({ is_starred: !preferences.is_starred }),
    mute: () => commands.set({ is_muted: !preferences.is_muted }),
  };
  const copyLink = () => copyToClipboard(commands.link, channelText().linkCopied);
  useConversationCommands({
    isMember,
    isRoom: !isDirect(kind),
    isGeneral: info?.isGeneral ?? false,
    threadTs,
    onStar: toggle.star,
    onMute: toggle.mute,
    onMembers: membersDialog,
    onInvite: mayChange && !isDirect(kind) ? invite : null,
    onCopyLink: copyLink,
    onLeave: commands.leave,
    onThread: (rootTs) =>
      rootTs === null ? goUp(place({ ts: null, threadTs: null })) : navigate(place({ ts: null, threadTs: rootTs })),
  });

  if (connection.kind === 'gone' && connection.reason === 'no_access') {
    return (
      <Suspense>
        <NoAccess
          onBack={isNarrow ? () => leaveConversation(list) : null}
          onBrowse={() => navigate({ kind: 'page', workspaceId: workspace.id, page: 'browse' })}
        />
      </Suspense>
    );
  }
  const start =
    info &&
    (isDirect(kind) ? (
      // With a height of its own: a row without any is not shown, and what it waits for would never come.
      <Suspense fallback={<div className={styles.start} />}>
        <DirectStart members={inSidebar?.members ?? []} />
      </Suspense>
    ) : (
      <ChannelStart info={info} onInvite={mayChange ? invite : null} />
    ));
  return (
    <div className={styles.view} data-thread={threadTs !== null || undefined}>
      <section className={styles.channel} aria-label={channelText().region(name)}>
        <ChannelHeader
          name={name}
          kind={kind}
          partner={inSidebar ? partnerOf(inSidebar, workspace.self) : null}
          isArchived={isArchived}
          isStarred={preferences.is_starred}
          isMuted={preferences.is_muted}
          topic={info?.topic.value ?? inSidebar?.topic ?? ''}
          memberCount={info?.memberCount ?? null}
          faces={kind === 'mpim' && others ? others : lastSpeakers(state.messages.toArray())}
          onBack={isNarrow ? () => leaveConversation(list) : null}
          onStar={inSidebar ? toggle.star : null}
          onUnmute={toggle.mute}
          onMembers={membersDialog}
          onTopic={mayChange ? dialog({ kind: 'topic', ...channel, value: info.topic.value }) : null}
          tools={<PinsButton handle={handle} canChange={!isReadOnly} />}
          menu={
            <ChannelMenuPlace
              channelId={channelId}
              isDirect={isDirect(kind)}
              isArchived={isArchived}
              isGeneral={info?.isGeneral ?? inSidebar?.is_general ?? false}
              isMember={isMember}
              isStarred={preferences.is_starred}
              isMuted={preferences.is_muted}
              isAdministrator={isAdministrator}
              onInvite={invite}
              onMembers={membersDialog}
              onStar={toggle.star}
              onMute={toggle.mute}
              onRename={dialog({ kind: 'rename', ...channel })}
              onTopic={dialog({ kind: 'topic', ...channel, value: info?.topic.value ?? '' })}
              onPurpose={dialog({ kind: 'purpose', ...channel, value: info?.purpose.value ?? '' })}
              onCopyLink={copyLink}
              onHide={commands.hide}
              onLeave={commands.leave}
              onArchive={dialog({ kind: 'archive', ...channel })}
              onUnarchive={dialog({ kind: 'unarchive', ...channel })}
            />
          }
        />
        <BookmarksBar handle={handle} canChange={!isReadOnly} />
        <Conversation
          handle={handle}
          state={state}
          name={spoken}
          permissions={permissions}
          ts={threadTs !== null && ts !== null ? threadTs : ts}
          autoFocus={!isNarrow && threadTs === null}
          hasThread={threadTs !== null && !isNarrow}
          start={start}
          instead={
            info !== null && isReadOnly ? (
              <Suspense>
                <CannotWrite {...{ workspace, channelId, name, isArchived }} />
              </Suspense>
            ) : null
          }
          openThread={(rootTs) => navigate(place({ ts: null, threadTs: rootTs }))}
          onForgetTs={() => ts !== null && navigate(place({ ts: null, threadTs }), { replace: true })}
        />
      </section>
      {threadTs !== null && (
        <Suspense fallback={<ChannelSkeleton />}>
          <ThreadPane
            key={threadTs}
            handle={handle}
            state={state}
            channelName={spoken}
            rootTs={threadTs}
            ts={ts}
            permissions={permissions}
            onClose={() => goUp(place({ ts: null, threadTs: null }))}
          />
        </Suspense>
      )}
    </div>
  );
}
