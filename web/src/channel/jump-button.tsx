import ArrowDown from 'lucide-react/icons/arrow-down';
import styles from './jump-button.module.css';

/** Leads back to the newest message. `count` of new ones; null when it is not known. */
export function JumpButton({ count, onPress }: { count: number | null; onPress: () => void }) {
  const label = count ? (count === 1 ? '1 new message' : `${count} new messages`) : 'Jump to latest';
  return (
    <button type="button" className={styles.button} data-new={Boolean(count) || undefined} onClick={onPress}>
      <ArrowDown size={15} aria-hidden="true" />
      {label}
    </button>
  );
}
