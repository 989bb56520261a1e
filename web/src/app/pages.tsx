import { type ComponentType, lazy } from 'react';
import type { Auth } from '../../../client/auth/auth.ts';
import type { Workspace } from '../../../client/workspace.ts';
import { openDialog } from './dialog-request.ts';
import { useFirstLook } from './first-look.ts';
import type { SettingsSection, WorkspacePage } from './route.ts';
import type { Session } from './session.ts';

interface PageProps {
  workspace: Workspace;
  /** On a phone: to the list of channels. */
  onBack: (() => void) | null;
}

const plain: Partial<Record<WorkspacePage, ComponentType<PageProps>>> = {
  threads: lazy(() => import('../threads-view/threads-page.tsx')),
  activity: lazy(() => import('../activity/activity-page.tsx')),
  drafts: lazy(() => import('../drafts/drafts-page.tsx')),
  saved: lazy(() => import('../saved/saved-page.tsx')),
  direct: lazy(() => import('../direct/direct-page.tsx')),
  people: lazy(() => import('../directory/people-page.tsx')),
  groups: lazy(() => import('../admin/groups-page.tsx')),
  emoji: lazy(() => import('../admin/emoji-page.tsx')),
};
const BrowsePage = lazy(() => import('../directory/browse-page.tsx'));
const SettingsPage = lazy(() => import('../settings/settings-page.tsx'));
const ImportPage = lazy(() => import('../admin/import-page.tsx'));

interface OpenPageProps extends PageProps {
  page: WorkspacePage;
  section: SettingsSection | null;
  /** What it is searched for at first. */
  query: string;
  auth: Auth;
  session: Session;
  isAdministrator: boolean;
  isNarrow: boolean;
}

/** What takes the conversation's place. Each page comes when it is asked for. */
export default function OpenPage(props: OpenPageProps) {
  useFirstLook(true);
  const { page, section, query, auth, session, workspace, isAdministrator, isNarrow, onBack } = props;
  if (page === 'browse') {
    const create = () => openDialog({ kind: 'create-channel' });
    return <BrowsePage key={query} workspace={workspace} query={query} onCreate={create} onBack={onBack} />;
  }
  if (page === 'import') return <ImportPage {...{ auth, workspace, isAdministrator, onBack }} />;
  if (page === 'settings') {
    return (
      <SettingsPage
        auth={auth}
        session={session}
        workspace={workspace}
        isAdministrator={isAdministrator}
        isNarrow={isNarrow}
        section={section}
        onBack={onBack}
      />
    );
  }
  const Plain = plain[page];
  return Plain ? <Plain workspace={workspace} onBack={onBack} /> : null;
}
