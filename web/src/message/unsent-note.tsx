import CircleAlert from 'lucide-react/icons/circle-alert';
import styles from './unsent-note.module.css';

interface UnsentNoteProps {
  reason: string;
  onRetry: () => void;
  onDiscard: () => void;
}

/** Under a message that the server refused. */
export function UnsentNote({ reason, onRetry, onDiscard }: UnsentNoteProps) {
  return (
    <div className={styles.note} role="alert">
      <CircleAlert size={15} aria-hidden="true" />
      <span>Not sent. {reason}</span>
      <button type="button" className={styles.action} onClick={onRetry}>
        Retry
      </button>
      <button type="button" className={styles.action} onClick={onDiscard}>
        Discard
      </button>
    </div>
  );
}
