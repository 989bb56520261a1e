import type { Auth } from '../../../client/auth.ts';
import type { Workspace } from '../../../client/workspace.ts';
import type { Session } from '../app/session.ts';
import { Page, PageColumn, PageSection } from '../design/page.tsx';
import { DevicesSection } from './devices-section.tsx';
import { ProfileForm } from './profile-form.tsx';
import { ThemeChoice } from './theme-choice.tsx';

interface SettingsPageProps {
  auth: Auth;
  session: Session;
  workspace: Workspace;
  onBack: (() => void) | null;
}

/** What a person decides for themselves: who they are, how it looks, where they are signed in. */
export default function SettingsPage({ auth, session, workspace, onBack }: SettingsPageProps) {
  return (
    <Page title="Profile and settings" onBack={onBack}>
      <PageColumn>
        <PageSection title="Profile" lead="How people in this workspace see you.">
          <ProfileForm workspace={workspace} />
        </PageSection>
        <PageSection title="Appearance">
          <ThemeChoice />
        </PageSection>
        <PageSection title="Devices" lead="Where you are signed in to this workspace.">
          <DevicesSection auth={auth} session={session} />
        </PageSection>
      </PageColumn>
    </Page>
  );
}
