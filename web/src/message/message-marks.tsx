import Bookmark from 'lucide-react/icons/bookmark';
import EyeOff from 'lucide-react/icons/eye-off';
import Pin from 'lucide-react/icons/pin';
import type { SavedMessage } from '../../../shared/saved.ts';
import { useNow } from '../app/use-now.ts';
import styles from './message-marks.module.css';
import { messageText } from './text.ts';
import { formatMoment } from './time.ts';

interface MessageMarksProps {
  isPinned: boolean;
  saved: SavedMessage | undefined;
  isEphemeral: boolean;
}

/** What a message is marked with, in a line above it: pinned, kept for later, visible to this person only. */
export function MessageMarks({ isPinned, saved, isEphemeral }: MessageMarksProps) {
  const t = messageText();
  if (!isPinned && !saved && !isEphemeral) return null;
  return (
    <div className={styles.marks}>
      {isEphemeral && (
        <span className={styles.mark}>
          <EyeOff size={12} aria-hidden="true" /> {t.onlyYou}
        </span>
      )}
      {isPinned && (
        <span className={styles.mark}>
          <Pin size={12} aria-hidden="true" /> {t.pinned}
        </span>
      )}
      {saved && <SavedMark saved={saved} />}
    </div>
  );
}

function SavedMark({ saved }: { saved: SavedMessage }) {
  const now = useNow();
  const t = messageText();
  const due = saved.due === null ? null : new Date(saved.due * 1000);
  const isOver = due !== null && due.getTime() < now;
  return (
    <span className={styles.mark} data-kind={isOver ? 'overdue' : 'saved'}>
      <Bookmark size={12} fill="currentColor" aria-hidden="true" />
      {due === null ? t.saved : isOver ? t.savedOverdue(formatMoment(due)) : t.savedUntil(formatMoment(due))}
    </span>
  );
}
