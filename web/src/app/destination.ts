import { useEffect } from 'react';
import type { Auth } from '../../../client/auth/auth.ts';
import { currentRoute, navigate } from './navigation.ts';
import { lastWorkspace } from './remembered.ts';
import { placeOfPermalink, type Route } from './route.ts';
import type { Phase, Session } from './session.ts';

/** Opens what the URL asks for before anything is rendered, so that what the device remembers of it is there as early as can be. */
export function beginSession(auth: Auth, session: Session): void {
  const wanted = wantedWorkspace(auth, currentRoute(), null);
  if (wanted !== null) session.resume(wanted);
}

/** Opens the workspace that the URL asks for, or the last one; where there is none, leads to signing in. */
export function useDestination(auth: Auth, session: Session, route: Route, phase: Phase): void {
  useEffect(() => {
    if (isElsewhere(route) || phase.kind === 'signed-out') return;
    const openId = phase.kind === 'open' ? phase.workspace.id : null;
    const wanted = wantedWorkspace(auth, route, openId);

    if (wanted === null) navigate({ kind: 'sign-in' }, { replace: true });
    else if (wanted !== openId) {
      const isUnderWay = (phase.kind === 'resuming' || phase.kind === 'unreachable') && phase.workspaceId === wanted;
      if (!isUnderWay) session.resume(wanted);
    } else if (route.kind === 'home') navigate({ kind: 'workspace', workspaceId: wanted }, { replace: true });
    else if (route.kind === 'permalink') {
      navigate(placeOfPermalink(route, wanted), { replace: true });
    }
  }, [auth, session, route, phase]);
}

function wantedWorkspace(auth: Auth, route: Route, openId: string | null): string | null {
  if (isElsewhere(route)) return null;
  if ('workspaceId' in route) return route.workspaceId;
  const known = auth.knownWorkspaces();
  const last = known.find((workspace) => workspace.id === lastWorkspace()) ?? known[0];
  return openId ?? last?.id ?? null;
}

/** Places that are in no workspace. */
function isElsewhere(route: Route): boolean {
  return route.kind === 'sign-in' || route.kind === 'join' || route.kind === 'unknown';
}
