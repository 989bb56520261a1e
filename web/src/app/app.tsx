import { Fragment, lazy, Suspense, useEffect } from 'react';
import type { Auth } from '../../../client/auth.ts';
import type { WakeSignal } from '../../../client/wake.ts';
import { Button } from '../design/button.tsx';
import { EmptyState } from '../design/empty-state.tsx';
import { locale } from '../i18n/locale.ts';
import { loadSentences } from './error-sentences.ts';
import { navigate, useRoute } from './navigation.ts';
import { PageLoading } from './page-loading.tsx';
import { lastWorkspace } from './remembered.ts';
import type { Route } from './route.ts';
import type { Phase, Session } from './session.ts';
import { appText } from './text.ts';
import { Toasts } from './toasts.tsx';
import { useStore } from './use-store.ts';
import { WorkspaceScreen } from './workspace-screen.tsx';

const TooltipLayer = lazy(() => import('../design/tooltip-layer.tsx'));
const SignInPage = lazy(() => import('../sign-in/sign-in-page.tsx'));

interface AppProps {
  auth: Auth;
  session: Session;
  wake: WakeSignal;
}

export function App(props: AppProps) {
  // Texts are read while rendering: another language renders everything anew.
  const language = useStore(locale);
  useEffect(() => void loadSentences().catch(() => undefined), []);
  return (
    <Fragment key={language}>
      <Suspense fallback={<PageLoading />}>
        <Screen {...props} />
      </Suspense>
      <Toasts />
      <Suspense>
        <TooltipLayer />
      </Suspense>
    </Fragment>
  );
}

function Screen({ auth, session, wake }: AppProps) {
  const t = appText();
  const route = useRoute();
  const phase = useStore(session.phase);
  useDestination(auth, session, route, phase);

  const isSigningIn = route.kind === 'sign-in' || route.kind === 'join';
  if (isSigningIn || phase.kind === 'signed-out') {
    return (
      <SignInPage
        key={route.kind === 'join' ? route.token : 'sign-in'}
        auth={auth}
        invitation={route.kind === 'join' ? route.token : null}
        notice={phase.kind === 'signed-out' ? phase.notice : null}
        onCancel={phase.kind === 'open' ? () => navigate({ kind: 'workspace', workspaceId: phase.workspace.id }) : null}
        onHome={() => navigate({ kind: 'sign-in' }, { replace: true })}
        onSignedIn={(signedIn) => {
          session.enter(signedIn);
          // Whoever followed a link into this workspace is shown what it leads to.
          const isThere = 'workspaceId' in route && route.workspaceId === signedIn.workspace.id;
          if (!isThere && route.kind !== 'permalink')
            navigate({ kind: 'workspace', workspaceId: signedIn.workspace.id }, { replace: true });
        }}
      />
    );
  }
  if (phase.kind === 'unreachable') {
    return (
      <EmptyState title={t.unreachable}>
        <p>{phase.error}</p>
        <Button kind="primary" onClick={() => session.resume(phase.workspaceId)}>
          {t.tryAgain}
        </Button>
      </EmptyState>
    );
  }
  if (route.kind === 'unknown') {
    return (
      <EmptyState title={t.nothingHere}>
        <p>{t.nothingHereHint}</p>
        <Button kind="primary" onClick={() => navigate({ kind: 'home' })}>
          {t.goHome}
        </Button>
      </EmptyState>
    );
  }
  if (phase.kind === 'open' && 'workspaceId' in route && route.workspaceId === phase.workspace.id) {
    const { identity, workspace } = phase;
    return (
      <WorkspaceScreen
        key={workspace.id}
        auth={auth}
        session={session}
        workspace={workspace}
        identity={identity}
        wake={wake}
        route={route}
      />
    );
  }
  return <PageLoading />;
}

/** Opens the workspace that the URL asks for, or the last one; where there is none, leads to signing in. */
function useDestination(auth: Auth, session: Session, route: Route, phase: Phase): void {
  useEffect(() => {
    if (route.kind === 'sign-in' || route.kind === 'join' || route.kind === 'unknown' || phase.kind === 'signed-out')
      return;
    const openId = phase.kind === 'open' ? phase.workspace.id : null;
    const known = auth.knownWorkspaces();
    const last = known.find((workspace) => workspace.id === lastWorkspace()) ?? known[0];
    const wanted = 'workspaceId' in route ? route.workspaceId : (openId ?? last?.id ?? null);

    if (wanted === null) navigate({ kind: 'sign-in' }, { replace: true });
    else if (wanted !== openId) {
      const isUnderWay = (phase.kind === 'resuming' || phase.kind === 'unreachable') && phase.workspaceId === wanted;
      if (!isUnderWay) session.resume(wanted);
    } else if (route.kind === 'home') navigate({ kind: 'workspace', workspaceId: wanted }, { replace: true });
    else if (route.kind === 'permalink') {
      const { channelId, ts, threadTs } = route;
      navigate({ kind: 'channel', workspaceId: wanted, channelId, ts, threadTs }, { replace: true });
    }
  }, [auth, session, route, phase]);
}
