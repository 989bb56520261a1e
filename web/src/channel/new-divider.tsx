import styles from './dividers.module.css';
import { channelText } from './text.ts';

/** The line above the first unread message. */
export function NewDivider() {
  const t = channelText();
  return (
    <div className={styles.divider} data-new role="separator" aria-label={t.newMessages}>
      <span className={styles.new}>{t.new}</span>
    </div>
  );
}
