import { lazy, type ReactNode, Suspense, useEffect, useMemo, useState } from 'react';
import type { Auth } from '../../../client/auth.ts';
import { sidebarChannels } from '../../../client/session-state.ts';
import type { ReadableStore } from '../../../client/store.ts';
import type { WakeSignal } from '../../../client/wake.ts';
import type { Workspace } from '../../../client/workspace.ts';
import type { SidebarChannel } from '../../../shared/channel.ts';
import { isAdministrator as hasAdministration } from '../../../shared/user.ts';
import { ChannelView } from '../channel/channel-view.tsx';
import { ConnectionBanner } from '../channel/connection-banner.tsx';
import { type Names, NamesContext, usePersonName } from '../people/people-context.tsx';
import { personNameOf } from '../people/naming.ts';
import { spokenLabel } from '../sidebar/channel-label.ts';
import { Sidebar } from '../sidebar/sidebar.tsx';
import { WorkspaceButton } from '../sidebar/workspace-button.tsx';
import type { DialogRequest } from './dialog-request.ts';
import { navigate } from './navigation.ts';
import { PageLoading } from './page-loading.tsx';
import { prefetchDialogs } from './prefetch.ts';
import { rememberChannel, rememberWorkspace } from './remembered.ts';
import type { Route } from './route.ts';
import { sentenceFor } from './error-sentences.ts';
import type { Session } from './session.ts';
import { tell } from './toasts.tsx';
import { useHome } from './use-home.ts';
import { useIsNarrow } from './use-is-narrow.ts';
import { usePageTitle } from './use-page-title.ts';
import { useStore } from './use-store.ts';
import styles from './workspace-screen.module.css';

const WorkspaceMenu = lazy(() => import('../sidebar/workspace-menu.tsx'));
const Dialogs = lazy(() => import('./dialogs.tsx'));
const BrowsePage = lazy(() => import('../directory/browse-page.tsx'));
const SettingsPage = lazy(() => import('../settings/settings-page.tsx'));
const ImportPage = lazy(() => import('../admin/import-page.tsx'));

type WorkspaceRoute = Extract<Route, { workspaceId: string }>;

interface WorkspaceScreenProps {
  auth: Auth;
  session: Session;
  workspace: Workspace;
  /** What the sign-in said of the workspace; the session's socket says it again, and newer. */
  signedInAs: { name: string; isAdministrator: boolean };
  wake: WakeSignal;
  route: WorkspaceRoute;
}

/** A signed-in person's workspace: sidebar, what is chosen in it, dialogs over it. */
export function WorkspaceScreen({ auth, session, workspace, signedInAs, wake, route }: WorkspaceScreenProps) {
  const state = useStore(workspace.session);
  const [dialog, setDialog] = useState<DialogRequest | null>(null);
  const isNarrow = useIsNarrow();
  const names = useMemo(() => namesOf(workspace), [workspace]);
  const name = state.workspace?.name ?? signedInAs.name;
  const isAdministrator = state.self ? hasAdministration(state.self.role) : signedInAs.isAdministrator;
  const channels = state.workspace === null ? null : sidebarChannels(state);
  const channelId = route.kind === 'channel' ? route.channelId : null;
  const channel = channelId === null ? undefined : state.channels.get(channelId);

  useEffect(prefetchDialogs, []);
  useEffect(() => rememberWorkspace(workspace.id), [workspace]);
  useEffect(() => {
    if (channel) rememberChannel(workspace.id, channel.id);
  }, [workspace, channel]);
  useHome({ route, channels, isNarrow });
  usePageTitle(
    channel ? spokenLabel(channel, (id) => personNameOf(workspace.users.get(id), id)) : null,
    name,
    channels,
  );

  const isListAlone = isNarrow && route.kind === 'workspace';
  const goToPage = (page: 'browse' | 'settings' | 'import') =>
    navigate({ kind: 'page', workspaceId: workspace.id, page });
  const leave = () => navigate({ kind: 'workspace', workspaceId: workspace.id });
  const signOut = () => session.signOut().catch((error: unknown) => tell(sentenceFor(error), { isError: true }));
  return (
    <NamesContext value={names}>
      <a className={styles.skip} href="#main">
        Skip to the conversation
      </a>
      <div className={styles.screen} data-list-alone={isListAlone || undefined}>
        <Sidebar
          workspaceId={workspace.id}
          channels={channels}
          currentId={channelId}
          isBrowsing={route.kind === 'page' && route.page === 'browse'}
          onCreateChannel={() => setDialog({ kind: 'create-channel' })}
          header={
            <MenuPlace workspaceId={workspace.id} name={name} self={workspace.self}>
              {(selfName) => (
                <WorkspaceMenu
                  workspaceId={workspace.id}
                  name={name}
                  selfName={selfName}
                  isAdministrator={isAdministrator}
                  others={auth.knownWorkspaces().filter((known) => known.id !== workspace.id)}
                  onInvite={() => setDialog({ kind: 'invite-people' })}
                  onSettings={() => goToPage('settings')}
                  onImport={() => goToPage('import')}
                  onSwitch={(id) => navigate({ kind: 'workspace', workspaceId: id })}
                  onAddWorkspace={() => navigate({ kind: 'sign-in' })}
                  onSignOut={() => void signOut()}
                />
              )}
            </MenuPlace>
          }
        />
        <main className={styles.main} id="main" tabIndex={-1}>
          <ConnectionBanner
            state={useStore(workspace.connection)}
            onTryNow={wake.notify}
            onReload={() => location.reload()}
          />
          {route.kind === 'channel' && (
            <ChannelView
              workspace={workspace}
              channelId={route.channelId}
              ts={route.ts}
              threadTs={route.threadTs}
              isAdministrator={isAdministrator}
              isNarrow={isNarrow}
              onDialog={setDialog}
            />
          )}
          {route.kind === 'page' && (
            <Suspense fallback={<PageLoading />}>
              {route.page === 'browse' && (
                <BrowsePage
                  workspace={workspace}
                  onCreate={() => setDialog({ kind: 'create-channel' })}
                  onBack={isNarrow ? leave : null}
                />
              )}
              {route.page === 'settings' && (
                <SettingsPage auth={auth} session={session} workspace={workspace} onBack={isNarrow ? leave : null} />
              )}
              {route.page === 'import' && (
                <ImportPage
                  auth={auth}
                  workspace={workspace}
                  isAdministrator={isAdministrator}
                  onBack={isNarrow ? leave : null}
                />
              )}
            </Suspense>
          )}
        </main>
      </div>
      {dialog && (
        <Suspense>
          <Dialogs
            auth={auth}
            workspace={workspace}
            request={dialog}
            onRequest={setDialog}
            onClose={() => setDialog(null)}
          />
        </Suspense>
      )}
    </NamesContext>
  );
}

/** The workspace's button, which stands there before its menu has come. */
function MenuPlace(props: {
  workspaceId: string;
  name: string;
  self: string;
  children: (selfName: string) => ReactNode;
}) {
  const selfName = usePersonName(props.self, ' ');
  const button = <WorkspaceButton workspaceId={props.workspaceId} name={props.name} selfName={selfName} />;
  return <Suspense fallback={button}>{props.children(selfName)}</Suspense>;
}

function namesOf(workspace: Workspace): Names {
  const channels: ReadableStore<ReadonlyMap<string, SidebarChannel>> = {
    get: () => workspace.session.get().channels,
    subscribe: workspace.session.subscribe,
  };
  return {
    users: workspace.users,
    channels,
    self: workspace.self,
    openChannel: (channelId) =>
      navigate({ kind: 'channel', workspaceId: workspace.id, channelId, ts: null, threadTs: null }),
  };
}
