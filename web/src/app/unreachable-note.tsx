import { Button } from '../design/button.tsx';
import styles from './unreachable-note.module.css';
import { unreachableText } from './unreachable-text.ts';

interface UnreachableNoteProps {
  /** How many conversations did not answer. */
  count: number;
  isLoading: boolean;
  onRetry: () => void;
}

/** Over a list that is put together from many conversations: that some of it is missing now. */
export function UnreachableNote({ count, isLoading, onRetry }: UnreachableNoteProps) {
  const t = unreachableText();
  if (count === 0) return null;
  return (
    <p className={styles.note} role="status">
      {t.missing(count)}
      <Button kind="quiet" busy={isLoading} onClick={onRetry}>
        {t.tryAgain}
      </Button>
    </p>
  );
}
