import type { Workspace } from '../../../client/workspace.ts';
import type { NotifyLevel } from '../../../shared/preferences.ts';
import { useSelected } from '../app/use-selected.ts';
import { ChoiceCards } from '../design/choice-cards.tsx';
import { PageSection } from '../design/page.tsx';
import { refused } from '../message/say.ts';
import { DeviceNotifications } from './device-notifications.tsx';
import { KeywordsForm } from './keywords-form.tsx';
import { ScheduleForm } from './schedule-form.tsx';
import { settingsText } from './text.ts';

export function NotificationsSection({ workspace }: { workspace: Workspace }) {
  const t = settingsText().notifications;
  const level = useSelected(workspace.session, (state) => state.preferences.notify);
  return (
    <>
      <PageSection title={t.device} lead={t.deviceLead}>
        <DeviceNotifications />
      </PageSection>
      <PageSection title={t.about} lead={t.aboutLead}>
        <ChoiceCards<NotifyLevel>
          label={t.about}
          name="notify"
          layout="column"
          value={level}
          choices={[
            { value: 'all', label: t.all, hint: t.allHint },
            { value: 'mentions', label: t.mentions, hint: t.mentionsHint },
            { value: 'nothing', label: t.nothing, hint: t.nothingHint },
          ]}
          onChoose={(notify) => void workspace.setPreferences({ notify }).catch(refused())}
        />
      </PageSection>
      <PageSection title={t.keywords} lead={t.keywordsLead}>
        <KeywordsForm workspace={workspace} />
      </PageSection>
      <PageSection title={t.schedule} lead={t.scheduleLead}>
        <ScheduleForm workspace={workspace} />
      </PageSection>
    </>
  );
}
