import CircleAlert from 'lucide-react/icons/circle-alert';
import { messageText } from './text.ts';
import styles from './unsent-note.module.css';

interface UnsentNoteProps {
  reason: string;
  onRetry: () => void;
  onDiscard: () => void;
}

/** Under a message that the server refused. */
export default function UnsentNote({ reason, onRetry, onDiscard }: UnsentNoteProps) {
  const t = messageText();
  return (
    <div className={styles.note} role="alert">
      <CircleAlert size={15} aria-hidden="true" />
      <span>{t.notSent(reason)}</span>
      <button type="button" className={styles.action} onClick={onRetry}>
        {t.retry}
      </button>
      <button type="button" className={styles.action} onClick={onDiscard}>
        {t.discard}
      </button>
    </div>
  );
}
