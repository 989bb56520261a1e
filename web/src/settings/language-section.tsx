import { useEffect, useRef } from 'react';
import type { Workspace } from '../../../client/workspace.ts';
import { tell } from '../app/toasts.ts';
import { useAction } from '../app/use-action.ts';
import { Button } from '../design/button.tsx';
import { ErrorNote } from '../design/error-note.tsx';
import { PageSection } from '../design/page.tsx';
import { SelectField } from '../design/select-field.tsx';
import { browserLocale, chooseLocale, chosenLocale, isLocale, type Locale, locales } from '../i18n/locale.ts';
import { refused } from '../message/say.ts';
import { usePerson } from '../people/people-context.tsx';
import styles from './notifications-section.module.css';
import { settingsText } from './text.ts';
import { timeZones } from './time-zones.ts';

export function LanguageSection({ workspace }: { workspace: Workspace }) {
  const t = settingsText();
  return (
    <>
      <PageSection title={t.language.language}>
        <Language />
      </PageSection>
      <PageSection title={t.language.timeZone}>
        <TimeZone workspace={workspace} />
      </PageSection>
    </>
  );
}

/** The language was chosen here a moment ago, and everything was rendered anew since. */
let wasChosen = false;

function Language() {
  const t = settingsText().language;
  const chosen = chosenLocale();
  const field = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (wasChosen) field.current?.querySelector('select')?.focus();
    wasChosen = false;
  }, []);
  const known = Object.keys(locales).filter(isLocale);
  return (
    <div ref={field}>
      <SelectField<Locale | 'browser'>
        label={t.language}
        hint={t.languageHint}
        value={chosen ?? 'browser'}
        choices={[
          { value: 'browser', label: t.asBrowser(locales[browserLocale()]) },
          ...known.map((value) => ({ value, label: locales[value] })),
        ]}
        onChoose={(value) => {
          wasChosen = true;
          chooseLocale(value === 'browser' ? null : value).catch(refused());
        }}
      />
    </div>
  );
}

function TimeZone({ workspace }: { workspace: Workspace }) {
  const t = settingsText().language;
  const zone = usePerson(workspace.self)?.tz ?? 'UTC';
  const here = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const save = useAction(async (next: string) => {
    await workspace.setTimeZone(next);
    tell(t.saved);
  });
  return (
    <>
      <SelectField
        label={t.timeZone}
        hint={t.timeZoneHint}
        value={zone}
        disabled={save.isBusy}
        choices={timeZones(zone).map((value) => ({ value, label: value.replaceAll('_', ' ') }))}
        onChoose={(next) => save.run(next)}
      />
      {here !== zone && (
        <div className={styles.line}>
          <span>{t.isElsewhere(here)}</span>
          <Button busy={save.isBusy} onClick={() => save.run(here)}>
            {t.use}
          </Button>
        </div>
      )}
      <ErrorNote>{save.error}</ErrorNote>
    </>
  );
}
