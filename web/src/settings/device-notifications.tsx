import { useState } from 'react';
import { useStore } from '../app/use-store.ts';
import { Button } from '../design/button.tsx';
import { CheckField } from '../design/check-field.tsx';
import { askPermission, permission } from '../notifications/permission.ts';
import { isSoundOn, playSound, setSound } from '../notifications/sound.ts';
import styles from './notifications-section.module.css';
import { settingsText } from './text.ts';

/** What this device does: it is asked of its browser, and kept on it. */
export function DeviceNotifications() {
  const t = settingsText().notifications;
  const state = useStore(permission);
  const [hasSound, setHasSound] = useState(isSoundOn);
  const words = { granted: t.isOn, default: t.isOff, denied: t.isDenied, unsupported: t.isUnsupported };
  return (
    <>
      <div className={styles.line}>
        <span>{words[state]}</span>
        {state === 'default' && (
          <Button kind="primary" onClick={() => void askPermission()}>
            {t.turnOn}
          </Button>
        )}
      </div>
      <div className={styles.line}>
        <CheckField
          checked={hasSound}
          onChange={(isOn) => {
            setSound(isOn);
            setHasSound(isOn);
            if (isOn) playSound();
          }}
        >
          {t.sound}
        </CheckField>
        <Button kind="quiet" onClick={playSound}>
          {t.playSound}
        </Button>
      </div>
    </>
  );
}
