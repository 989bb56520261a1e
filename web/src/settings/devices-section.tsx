import { useCallback, useState } from 'react';
import type { Auth } from '../../../client/auth/auth.ts';
import type { Session } from '../app/session.ts';
import { useAction } from '../app/use-action.ts';
import { useLoad } from '../app/use-load.ts';
import { Button } from '../design/button.tsx';
import { ConfirmDialog } from '../design/confirm-dialog.tsx';
import { ErrorNote } from '../design/error-note.tsx';
import { Spinner } from '../design/spinner.tsx';
import { formatAgo, formatDate } from '../message/time.ts';
import { microsToTs } from '../../../shared/timestamps.ts';
import { PageSection } from '../design/page.tsx';
import styles from './devices-section.module.css';
import { settingsText } from './text.ts';

interface DevicesSectionProps {
  auth: Auth;
  session: Session;
}

/** Where the person is signed in, and the ways out. */
export function DevicesSection({ auth, session }: DevicesSectionProps) {
  const t = settingsText().devices;
  const { state, reload } = useLoad(useCallback(() => auth.devices(), [auth]));
  const [isAsking, setAsking] = useState(false);
  const ending = useAction(async (id: string) => {
    await auth.signOutDevice(id);
    reload();
  });
  const here = useAction(() => session.signOut());
  const everywhere = useAction(() => session.signOut({ everywhere: true }));
  return (
    <PageSection title={settingsText().sections.devices} lead={t.lead}>
      {state.kind === 'loading' && <Spinner />}
      {state.kind === 'failed' && <ErrorNote>{state.error}</ErrorNote>}
      {state.kind === 'loaded' && (
        <ul className={styles.devices}>
          {state.value.devices.map((device) => (
            <li key={device.id} className={styles.device}>
              <span className={styles.name}>
                {device.label}
                {device.current && <span className={styles.current}>{t.thisDevice}</span>}
              </span>
              <span className={styles.detail}>
                {t.signedIn(
                  formatDate(new Date(device.created * 1000)),
                  formatAgo(microsToTs(device.last_used * 1_000_000)),
                )}
              </span>
              {!device.current && (
                <Button
                  busy={ending.isBusy}
                  onClick={() => ending.run(device.id)}
                  aria-label={t.signOutOf(device.label)}
                >
                  {t.signOut}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      <ErrorNote>{ending.error ?? here.error}</ErrorNote>
      <div className={styles.actions}>
        <Button busy={here.isBusy} onClick={() => here.run()}>
          {t.signOutHere}
        </Button>
        <Button onClick={() => setAsking(true)}>{t.signOutEverywhere}</Button>
      </div>
      {isAsking && (
        <ConfirmDialog
          title={t.everywhereTitle}
          action={t.signOutEverywhere}
          danger
          busy={everywhere.isBusy}
          error={everywhere.error}
          onConfirm={() => everywhere.run()}
          onClose={() => setAsking(false)}
        >
          <p>{t.everywhereText}</p>
        </ConfirmDialog>
      )}
    </PageSection>
  );
}
