import { lazy, Suspense } from 'react';
import type { Auth } from '../../../client/auth/auth.ts';
import type { Workspace } from '../../../client/workspace.ts';
import { closeDialog, dialogRequest } from './dialog-request.ts';
import { useStore } from './use-store.ts';

const Dialogs = lazy(() => import('./dialogs.tsx'));
const Palette = lazy(() => import('../palette/palette.tsx'));
const HelpSheet = lazy(() => import('../palette/help-sheet.tsx'));
const StatusDialog = lazy(() => import('../status/status-dialog.tsx'));
const NewMessageDialog = lazy(() => import('../direct/new-message-dialog.tsx'));

interface OverlaysProps {
  auth: Auth;
  workspace: Workspace;
  currentId: string | null;
}

/** The dialog that is open. */
export function Overlays({ auth, workspace, currentId }: OverlaysProps) {
  const request = useStore(dialogRequest);
  if (request === null) return null;
  return (
    <Suspense>
      {request.kind === 'palette' ? (
        <Palette key={request.mode} mode={request.mode} currentId={currentId} onClose={closeDialog} />
      ) : request.kind === 'help' ? (
        <HelpSheet onClose={closeDialog} />
      ) : request.kind === 'status' ? (
        <StatusDialog onClose={closeDialog} />
      ) : request.kind === 'new-message' ? (
        <NewMessageDialog workspace={workspace} onClose={closeDialog} />
      ) : (
        <Dialogs auth={auth} workspace={workspace} request={request} />
      )}
    </Suspense>
  );
}
