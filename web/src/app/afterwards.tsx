import type { Auth } from '../../../client/auth/auth.ts';
import type { Workspace } from '../../../client/workspace.ts';
import { useNotifications } from '../notifications/use-notifications.ts';
import { useShortcuts } from '../palette/use-shortcuts.ts';
import { PersonCards } from '../people/person-cards.tsx';
import { useActivity } from '../status/use-activity.ts';
import { Overlays } from './overlays.tsx';
import { PageMarks } from './page-marks.tsx';
import type { Route } from './route.ts';
import type { Session } from './session.ts';
import { useAppCommands } from './use-app-commands.ts';

interface AfterwardsProps {
  auth: Auth;
  workspace: Workspace;
  session: Session;
  route: Route;
  name: string;
  isAdministrator: boolean;
}

/** What a workspace has that the first look at it does not need: it comes while that is being looked at. */
export default function Afterwards({ auth, workspace, session, route, name, isAdministrator }: AfterwardsProps) {
  const currentId = route.kind === 'channel' ? route.channelId : null;
  useShortcuts();
  useAppCommands({ workspace, session, currentId, isAdministrator });
  useActivity(workspace);
  useNotifications(workspace, route);
  return (
    <>
      <PageMarks channelId={currentId} page={route.kind === 'page' ? route.page : null} name={name} />
      <PersonCards />
      <Overlays auth={auth} workspace={workspace} currentId={currentId} />
    </>
  );
}
