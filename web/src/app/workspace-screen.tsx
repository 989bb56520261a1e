import { lazy, Suspense, useEffect, useMemo } from 'react';
import type { Auth, Identity } from '../../../client/auth/auth.ts';
import type { WakeSignal } from '../../../client/connection/wake.ts';
import type { Workspace } from '../../../client/workspace.ts';
import { isAdministrator as hasAdministration } from '../../../shared/user.ts';
import { ChannelView } from '../channel/channel-view.tsx';
import { NamesContext } from '../people/people-context.tsx';
import { namesOf } from '../people/workspace-names.ts';
import { Sidebar } from '../sidebar/sidebar.tsx';
import { WorkspaceMenuPlace } from '../sidebar/workspace-menu-place.tsx';
import { lazyAfterwards, useFirstLook } from './first-look.ts';
import { goUp } from './navigation.ts';
import { PageLoading } from './page-loading.tsx';
import { prefetchDialogs } from './prefetch.ts';
import { reloadFresh } from './service-worker.ts';
import { rememberChannel, rememberWorkspace } from './remembered.ts';
import type { Route, WorkspacePage } from './route.ts';
import type { Session } from './session.ts';
import { tabPages } from './tab-pages.ts';
import { appText } from './text.ts';
import { useHome } from './use-home.ts';
import { useIsNarrow } from './use-is-narrow.ts';
import { useSelected } from './use-selected.ts';
import { useStore } from './use-store.ts';
import { WorkspaceContext } from './workspace-context.ts';
import styles from './workspace-screen.module.css';

const ConnectionBanner = lazyAfterwards(() => import('../channel/connection-banner.tsx'));
const Afterwards = lazyAfterwards(() => import('./afterwards.tsx'));
const OpenPage = lazy(() => import('./pages.tsx'));
const TabBar = lazy(() => import('./tab-bar.tsx'));

interface WorkspaceScreenProps {
  auth: Auth;
  session: Session;
  workspace: Workspace;
  /** What the device remembers of the workspace; the session says it again, and newer. */
  identity: Identity;
  wake: WakeSignal;
  route: Extract<Route, { workspaceId: string }>;
}

/** A signed-in person's workspace. */
export function WorkspaceScreen(props: WorkspaceScreenProps) {
  const { workspace } = props;
  const names = useMemo(() => namesOf(workspace), [workspace]);
  return (
    <WorkspaceContext value={workspace}>
      <NamesContext value={names}>
        <Screen {...props} />
      </NamesContext>
    </WorkspaceContext>
  );
}

/** Sidebar, what is chosen in it, dialogs over it. It listens to little of the session, since all of the page is in it. */
function Screen({ auth, session, workspace, identity, wake, route }: WorkspaceScreenProps) {
  const isNarrow = useIsNarrow();
  const name = useSelected(workspace.session, (state) => state.workspace?.name ?? identity.workspace.name);
  const role = useSelected(workspace.session, (state) => state.self?.role ?? identity.user.role);
  const isAdministrator = hasAdministration(role);
  const channelId = route.kind === 'channel' ? route.channelId : null;
  const page = route.kind === 'page' ? route.page : null;

  useEffect(prefetchDialogs, []);
  useEffect(() => rememberWorkspace(workspace.id), [workspace]);
  const isMember = useSelected(workspace.session, (state) => channelId !== null && state.channels.has(channelId));
  useEffect(() => {
    if (channelId !== null && isMember) rememberChannel(workspace.id, channelId);
  }, [workspace, channelId, isMember]);
  useHome({ route, workspace, isNarrow });
  useFocusOn(page);

  const isListAlone = isNarrow && route.kind === 'workspace';
  useFirstLook(isListAlone);
  const isTab = page !== null && tabPages.includes(page) && !('section' in route);
  const leave = () => goUp({ kind: 'workspace', workspaceId: workspace.id });
  return (
    <>
      <a className={styles.skip} href="#main">
        {appText().skip}
      </a>
      <div className={styles.window} data-tabs={isListAlone || (isNarrow && isTab) || undefined}>
        <div className={styles.screen} data-list-alone={isListAlone || undefined}>
          <Sidebar
            currentId={channelId}
            currentPage={page}
            header={
              <WorkspaceMenuPlace
                name={name}
                isAdministrator={isAdministrator}
                others={auth.knownWorkspaces().filter((known) => known.id !== workspace.id)}
              />
            }
          />
          <main className={styles.main} id="main" tabIndex={-1}>
            <Suspense>
              <ConnectionBanner
                state={useStore(workspace.connection)}
                onTryNow={wake.notify}
                onReload={() => void reloadFresh()}
              />
            </Suspense>
            {route.kind === 'channel' && (
              <ChannelView
                workspace={workspace}
                channelId={route.channelId}
                ts={route.ts}
                threadTs={route.threadTs}
                isAdministrator={isAdministrator}
                isNarrow={isNarrow}
              />
            )}
            {page !== null && (
              <Suspense fallback={<PageLoading />}>
                <OpenPage
                  page={page}
                  section={route.kind === 'page' ? (route.section ?? null) : null}
                  query={route.kind === 'page' ? (route.query ?? '') : ''}
                  auth={auth}
                  session={session}
                  workspace={workspace}
                  isAdministrator={isAdministrator}
                  isNarrow={isNarrow}
                  onBack={isNarrow && !isTab ? leave : null}
                />
              </Suspense>
            )}
          </main>
        </div>
        {isNarrow && (isListAlone || isTab) && (
          <Suspense>
            <TabBar current={page ?? 'home'} />
          </Suspense>
        )}
      </div>
      <Suspense>
        <Afterwards {...{ auth, workspace, session, route, name, isAdministrator }} />
      </Suspense>
    </>
  );
}

/** Another page took away what had the focus: then the page has it, so that the keyboard goes on from there. */
function useFocusOn(page: WorkspacePage | null): void {
  useEffect(() => {
    if (page !== null && document.activeElement === document.body) document.getElementById('main')?.focus();
  }, [page]);
}
