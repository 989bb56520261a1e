import { Fragment, lazy, Suspense, useEffect } from 'react';
import type { Auth } from '../../../client/auth/auth.ts';
import type { WakeSignal } from '../../../client/connection/wake.ts';
import { Button } from '../design/button.tsx';
import { EmptyState } from '../design/empty-state.tsx';
import { locale } from '../i18n/locale.ts';
import { useDestination } from './destination.ts';
import { loadSentences } from './error-sentences.ts';
import { firstLook, lazyAfterwards } from './first-look.ts';
import { navigate, useRoute } from './navigation.ts';
import { PageLoading } from './page-loading.tsx';
import type { Session } from './session.ts';
import { appText } from './text.ts';
import { useStore } from './use-store.ts';
import { WorkspaceScreen } from './workspace-screen.tsx';

const ToastList = lazyAfterwards(() => import('./toast-list.tsx'));
const TooltipLayer = lazyAfterwards(() => import('../design/tooltip-layer.tsx'));
const SignInPage = lazy(() => import('../sign-in/sign-in-page.tsx'));

interface AppProps {
  auth: Auth;
  session: Session;
  wake: WakeSignal;
}

export function App(props: AppProps) {
  // Texts are read while rendering: another language renders everything anew.
  const language = useStore(locale);
  useEffect(() => void firstLook.then(loadSentences).catch(() => undefined), []);
  return (
    <Fragment key={language}>
      <Suspense fallback={<PageLoading />}>
        <Screen {...props} />
      </Suspense>
      <Suspense>
        <ToastList />
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
