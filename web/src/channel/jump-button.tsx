import ArrowDown from 'lucide-react/icons/arrow-down';
import styles from './jump-button.module.css';
import { channelText } from './text.ts';

/** Leads back to the newest message. `count` of new ones; null when it is not known. */
export function JumpButton({ count, onPress }: { count: number | null; onPress: () => void }) {
  const t = channelText();
  const label = count ? t.newCount(count) : t.jumpToLatest;
  return (
    <button type="button" className={styles.button} data-new={Boolean(count) || undefined} onClick={onPress}>
      <ArrowDown size={15} aria-hidden="true" />
      {label}
    </button>
  );
}
