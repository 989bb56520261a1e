import { useCallback, useState } from 'react';
import type { Auth } from '../../../client/auth.ts';
import type { Session } from '../app/session.ts';
import { useAction } from '../app/use-action.ts';
import { useLoad } from '../app/use-load.ts';
import { Button } from '../design/button.tsx';
import { ConfirmDialog } from '../design/confirm-dialog.tsx';
import { ErrorNote } from '../design/error-note.tsx';
import { Spinner } from '../design/spinner.tsx';
import { formatAgo, formatDate } from '../message/time.ts';
import { microsToTs } from '../../../shared/timestamps.ts';
import styles from './devices-section.module.css';

interface DevicesSectionProps {
  auth: Auth;
  session: Session;
}

/** Where the person is signed in, and the ways out. */
export function DevicesSection({ auth, session }: DevicesSectionProps) {
  const { state, reload } = useLoad(useCallback(() => auth.devices(), [auth]));
  const [isAsking, setAsking] = useState(false);
  const ending = useAction(async (id: string) => {
    await auth.signOutDevice(id);
    reload();
  });
  const here = useAction(() => session.signOut());
  const everywhere = useAction(() => session.signOut({ everywhere: true }));
  return (
    <>
      {state.kind === 'loading' && <Spinner />}
      {state.kind === 'failed' && <ErrorNote>{state.error}</ErrorNote>}
      {state.kind === 'loaded' && (
        <ul className={styles.devices}>
          {state.value.devices.map((device) => (
            <li key={device.id} className={styles.device}>
              <span className={styles.name}>
                {device.label}
                {device.current && <span className={styles.current}>This device</span>}
              </span>
              <span className={styles.detail}>
                Signed in {formatDate(new Date(device.created * 1000))} · last used{' '}
                {formatAgo(microsToTs(device.last_used * 1_000_000))}
              </span>
              {!device.current && (
                <Button
                  busy={ending.isBusy}
                  onClick={() => ending.run(device.id)}
                  aria-label={`Sign out ${device.label}`}
                >
                  Sign out
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      <ErrorNote>{ending.error ?? here.error}</ErrorNote>
      <div className={styles.actions}>
        <Button busy={here.isBusy} onClick={() => here.run()}>
          Sign out here
        </Button>
        <Button onClick={() => setAsking(true)}>Sign out everywhere</Button>
      </div>
      {isAsking && (
        <ConfirmDialog
          title="Sign out everywhere?"
          action="Sign out everywhere"
          danger
          busy={everywhere.isBusy}
          error={everywhere.error}
          onConfirm={() => everywhere.run()}
          onClose={() => setAsking(false)}
        >
          <p>
            All of your devices are signed out of this workspace at once, this one too, and your API tokens stop
            working.
          </p>
        </ConfirmDialog>
      )}
    </>
  );
}
