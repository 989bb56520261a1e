import styles from './also-send.module.css';
import { threadText } from './text.ts';

interface AlsoSendProps {
  channelName: string;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
}

/** Whether the next reply is shown in the channel too. */
export function AlsoSend({ channelName, isOn, onChange }: AlsoSendProps) {
  return (
    <label className={styles.label}>
      <input
        type="checkbox"
        className={styles.box}
        checked={isOn}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span className={styles.text}>{threadText().alsoTo(channelName)}</span>
    </label>
  );
}
