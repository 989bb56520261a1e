import { openDialog } from '../app/dialog-request.ts';
import type { Workspace } from '../../../client/workspace.ts';
import { useNow } from '../app/use-now.ts';
import { Button } from '../design/button.tsx';
import { PageSection } from '../design/page.tsx';
import { usePerson } from '../people/people-context.tsx';
import { currentStatus } from '../people/status.ts';
import { StatusEmoji } from '../people/status-emoji.tsx';
import { ProfileForm } from './profile-form.tsx';
import styles from './profile-form.module.css';
import { settingsText } from './text.ts';

export function ProfileSection({ workspace }: { workspace: Workspace }) {
  const t = settingsText();
  const person = usePerson(workspace.self);
  const now = useNow();
  const status = person && currentStatus(person.profile, now / 1000);
  if (!person) return null;
  return (
    <>
      <PageSection title={t.sections.profile} lead={t.profile.lead}>
        <ProfileForm workspace={workspace} person={person} />
      </PageSection>
      <PageSection title={t.profile.status}>
        <div className={styles.status}>
          {status ? (
            <span className={styles.current}>
              <StatusEmoji person={person} /> <span aria-hidden="true">{status.text}</span>
            </span>
          ) : (
            <span className={styles.email}>{t.profile.noStatus}</span>
          )}
          <Button onClick={() => openDialog({ kind: 'status' })}>
            {status ? t.profile.changeStatus : t.profile.setStatus}
          </Button>
        </div>
      </PageSection>
    </>
  );
}
