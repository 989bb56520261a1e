import type { Workspace } from '../../../client/workspace.ts';
import { Page, PageColumn } from '../design/page.tsx';
import { DraftList } from './draft-list.tsx';
import { ScheduledList } from './scheduled-list.tsx';
import { draftsText } from './text.ts';

interface DraftsPageProps {
  workspace: Workspace;
  onBack: (() => void) | null;
}

/** What is written and not sent yet: drafts, and messages that wait for their time. */
export default function DraftsPage({ workspace, onBack }: DraftsPageProps) {
  return (
    <Page title={draftsText().title} onBack={onBack}>
      <PageColumn>
        <DraftList workspace={workspace} />
        <ScheduledList workspace={workspace} />
      </PageColumn>
    </Page>
  );
}
