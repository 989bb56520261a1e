import { useMemo } from 'react';
import type { ChannelHandle } from '../../../client/channel-handle.ts';
import type { Workspace } from '../../../client/workspace.ts';
import type { DialogRequest } from '../app/dialog-request.ts';
import { navigate } from '../app/navigation.ts';
import { tell } from '../app/toasts.tsx';
import { useAction } from '../app/use-action.ts';
import { useStore } from '../app/use-store.ts';
import { Button } from '../design/button.tsx';
import { EmptyState } from '../design/empty-state.tsx';
import type { Permissions } from '../message/actions.ts';
import { useNames } from '../people/people-context.tsx';
import { personNameOf } from '../people/naming.ts';
import { channelLabel } from '../sidebar/channel-label.ts';
import { ThreadPane } from '../thread/thread-pane.tsx';
import { ChannelHeader } from './channel-header.tsx';
import { ChannelMenuPlace } from './channel-menu-place.tsx';
import { ChannelSkeleton } from './channel-skeleton.tsx';
import { ChannelStart } from './channel-start.tsx';
import styles from './channel-view.module.css';
import { Conversation } from './conversation.tsx';
import { ReadOnlyBar } from './read-only-bar.tsx';
import { useChannel } from './use-channel.ts';

interface ChannelViewProps {
  workspace: Workspace;
  channelId: string;
  ts: string | null;
  threadTs: string | null;
  isAdministrator: boolean;
  isNarrow: boolean;
  onDialog: (request: DialogRequest) => void;
}

/** A channel: header, conversation, and a thread beside it. */
export function ChannelView(props: ChannelViewProps) {
  const handle = useChannel(props.workspace, props.channelId);
  return handle ? <OpenChannel key={handle.id} {...props} handle={handle} /> : <ChannelSkeleton />;
}

function OpenChannel(props: ChannelViewProps & { handle: ChannelHandle }) {
  const { workspace, handle, channelId, ts, threadTs, isAdministrator, isNarrow, onDialog } = props;
  const state = useStore(handle.store);
  const connection = useStore(handle.connection);
  const inSidebar = useStore(workspace.session).channels.get(channelId);
  const { users } = useNames();
  const { info } = state;
  const isMember = inSidebar !== undefined || state.isMember;
  const isArchived = info?.isArchived ?? inSidebar?.is_archived ?? false;
  const kind = info?.kind ?? inSidebar?.kind ?? 'public';
  const name = inSidebar ? channelLabel(inSidebar, (id) => personNameOf(users.get(id), id)) : (info?.name ?? '');
  const spoken = kind === 'public' || kind === 'private' ? `#${name}` : name;
  const isReadOnly = isArchived || !isMember;
  const permissions: Permissions = usePermissions(workspace.self, isAdministrator, isReadOnly);
  const goTo = (place: { ts: string | null; threadTs: string | null }) =>
    navigate({ kind: 'channel', workspaceId: workspace.id, channelId, ...place });

  if (connection.kind === 'gone' && connection.reason === 'no_access') {
    return <NoAccess onBack={isNarrow ? () => navigate({ kind: 'workspace', workspaceId: workspace.id }) : null} />;
  }
  const dialog = (request: DialogRequest) => () => onDialog(request);
  const channel = { channelId, name };
  const mayChange = isMember && !isArchived && info !== null;
  return (
    <div className={styles.view} data-thread={threadTs !== null || undefined}>
      <section className={styles.channel} aria-label={`Channel ${name}`}>
        <ChannelHeader
          name={name}
          kind={kind}
          isArchived={isArchived}
          topic={info?.topic.value ?? inSidebar?.topic ?? ''}
          memberCount={info?.memberCount ?? null}
          onBack={isNarrow ? () => navigate({ kind: 'workspace', workspaceId: workspace.id }) : null}
          onMembers={dialog({ kind: 'members', ...channel, canChange: mayChange })}
          onTopic={mayChange ? dialog({ kind: 'topic', ...channel, value: info.topic.value }) : null}
          menu={
            <ChannelMenuPlace
              isArchived={isArchived}
              isGeneral={info?.isGeneral ?? inSidebar?.is_general ?? false}
              isMember={isMember}
              isAdministrator={isAdministrator}
              onInvite={dialog({ kind: 'add-people', ...channel })}
              onMembers={dialog({ kind: 'members', ...channel, canChange: mayChange })}
              onRename={dialog({ kind: 'rename', ...channel })}
              onTopic={dialog({ kind: 'topic', ...channel, value: info?.topic.value ?? '' })}
              onPurpose={dialog({ kind: 'purpose', ...channel, value: info?.purpose.value ?? '' })}
              onCopyLink={() => {
                void navigator.clipboard
                  ?.writeText(`${location.origin}/${workspace.id}/${channelId}`)
                  .then(() => tell('Link copied'));
              }}
              onLeave={dialog({ kind: 'leave', ...channel, isPrivate: kind === 'private' })}
              onArchive={dialog({ kind: 'archive', ...channel })}
              onUnarchive={dialog({ kind: 'unarchive', ...channel })}
            />
          }
        />
        <Conversation
          workspaceId={workspace.id}
          handle={handle}
          state={state}
          name={spoken}
          permissions={permissions}
          ts={threadTs !== null && ts !== null ? threadTs : ts}
          autoFocus={!isNarrow && threadTs === null}
          start={
            info && (
              <ChannelStart info={info} onInvite={mayChange ? dialog({ kind: 'add-people', ...channel }) : null} />
            )
          }
          instead={
            info !== null && isReadOnly ? (
              <CannotWrite workspace={workspace} channelId={channelId} name={name} isArchived={isArchived} />
            ) : null
          }
          openThread={(rootTs) => goTo({ ts: null, threadTs: rootTs })}
          onForgetTs={() => ts !== null && goTo({ ts: null, threadTs })}
        />
      </section>
      {threadTs !== null && (
        <ThreadPane
          key={threadTs}
          workspaceId={workspace.id}
          handle={handle}
          state={state}
          channelName={spoken}
          rootTs={threadTs}
          ts={ts}
          permissions={permissions}
          onClose={() => goTo({ ts: null, threadTs: null })}
        />
      )}
    </div>
  );
}

function usePermissions(self: string, isAdministrator: boolean, isReadOnly: boolean): Permissions {
  return useMemo(() => ({ self, isAdministrator, isReadOnly }), [self, isAdministrator, isReadOnly]);
}

interface CannotWriteProps {
  workspace: Workspace;
  channelId: string;
  name: string;
  isArchived: boolean;
}

function CannotWrite({ workspace, channelId, name, isArchived }: CannotWriteProps) {
  const join = useAction(() => workspace.join(channelId));
  if (isArchived) return <ReadOnlyBar>This channel is archived. It can be read and not written to.</ReadOnlyBar>;
  return (
    <ReadOnlyBar>
      <span>{join.error ?? `You are looking at #${name}.`}</span>
      <Button kind="primary" busy={join.isBusy} onClick={() => join.run()}>
        Join channel
      </Button>
    </ReadOnlyBar>
  );
}

function NoAccess({ onBack }: { onBack: (() => void) | null }) {
  return (
    <EmptyState title="This channel is not yours to see">
      <p>It does not exist, it is private, or you are no longer in it.</p>
      {onBack && <Button onClick={onBack}>Back to channels</Button>}
    </EmptyState>
  );
}
