import Bell from 'lucide-react/icons/bell';
import Building from 'lucide-react/icons/building-2';
import CircleUserRound from 'lucide-react/icons/circle-user-round';
import Globe from 'lucide-react/icons/globe';
import Laptop from 'lucide-react/icons/laptop';
import Palette from 'lucide-react/icons/palette';
import type { ComponentType } from 'react';
import type { Auth } from '../../../client/auth/auth.ts';
import type { Workspace } from '../../../client/workspace.ts';
import { goUp, linkTo } from '../app/navigation.ts';
import { type SettingsSection, settingsSections } from '../app/route.ts';
import type { Session } from '../app/session.ts';
import { cx } from '../design/cx.ts';
import { Page } from '../design/page.tsx';
import { AppearanceSection } from './appearance-section.tsx';
import { DevicesSection } from './devices-section.tsx';
import { LanguageSection } from './language-section.tsx';
import { NotificationsSection } from './notifications-section.tsx';
import { ProfileSection } from './profile-section.tsx';
import styles from './settings-page.module.css';
import { settingsText } from './text.ts';
import { WorkspaceSection } from './workspace-section.tsx';
import { YouCard } from './you-card.tsx';

interface SettingsPageProps {
  auth: Auth;
  session: Session;
  workspace: Workspace;
  isAdministrator: boolean;
  isNarrow: boolean;
  /** Null: the first one, or on a phone the list of them. */
  section: SettingsSection | null;
  onBack: (() => void) | null;
}

const icons: Record<SettingsSection, ComponentType<{ size: number }>> = {
  profile: CircleUserRound,
  notifications: Bell,
  appearance: Palette,
  language: Globe,
  devices: Laptop,
  workspace: Building,
};

/** What a person decides for themselves, and administrators for everybody. */
export default function SettingsPage(props: SettingsPageProps) {
  const { workspace, isAdministrator, isNarrow, section, onBack } = props;
  const t = settingsText();
  const shown = section ?? (isNarrow ? null : 'profile');
  const toList = () => goUp({ kind: 'page', workspaceId: workspace.id, page: 'settings' });
  return (
    <Page title={isNarrow && shown ? t.sections[shown] : t.title} onBack={isNarrow && shown ? toList : onBack}>
      <div className={styles.frame}>
        {(!isNarrow || !shown) && (
          <nav className={styles.sections} aria-label={t.title}>
            {isNarrow && <YouCard workspace={workspace} />}
            {settingsSections
              .filter((each) => each !== 'workspace' || isAdministrator)
              .map((each) => {
                const Icon = icons[each];
                return (
                  <a
                    key={each}
                    {...linkTo({ kind: 'page', workspaceId: workspace.id, page: 'settings', section: each })}
                    className={cx(styles.link, each === shown && styles.current)}
                    aria-current={each === shown ? 'page' : undefined}
                  >
                    <Icon size={18} />
                    {t.sections[each]}
                  </a>
                );
              })}
          </nav>
        )}
        {shown && (
          <div className={styles.scroll} key={shown}>
            <div className={styles.column}>
              <Section {...props} section={shown} />
            </div>
          </div>
        )}
      </div>
    </Page>
  );
}

function Section(props: SettingsPageProps & { section: SettingsSection }) {
  const { auth, session, workspace, isAdministrator, section } = props;
  switch (section) {
    case 'profile':
      return <ProfileSection workspace={workspace} />;
    case 'notifications':
      return <NotificationsSection workspace={workspace} />;
    case 'appearance':
      return <AppearanceSection />;
    case 'language':
      return <LanguageSection workspace={workspace} />;
    case 'devices':
      return <DevicesSection auth={auth} session={session} />;
    case 'workspace':
      return isAdministrator ? <WorkspaceSection workspace={workspace} /> : null;
  }
}
