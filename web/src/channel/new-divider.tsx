import styles from './dividers.module.css';

/** The line above the first unread message. */
export function NewDivider() {
  return (
    <div className={styles.divider} data-new role="separator" aria-label="New messages">
      <span className={styles.new}>New</span>
    </div>
  );
}
