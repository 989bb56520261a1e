import ArrowUp from 'lucide-react/icons/arrow-up';
import X from 'lucide-react/icons/x';
import { zeroTs } from '../../../shared/timestamps.ts';
import { formatAgo, formatClock, formatDay } from '../message/time.ts';
import type { UnreadAbove } from './first-unread.ts';
import styles from './new-bar.module.css';
import { channelText } from './text.ts';

interface NewBarProps {
  above: UnreadAbove;
  /** What was read before. */
  since: string;
  onJump: () => void;
  onMarkRead: () => void;
}

/** Over the list, when new messages are further up: how many, since when, the way there, and the way out. */
export default function NewBar({ above, since, onJump, onMarkRead }: NewBarProps) {
  const t = channelText();
  const count = above.isMore ? t.newAtLeast(above.count) : t.newCount(above.count);
  return (
    <div className={styles.bar}>
      <button type="button" className={styles.jump} aria-label={`${t.jumpToUnread}. ${count}`} onClick={onJump}>
        <ArrowUp size={14} aria-hidden="true" />
        <span>{since === zeroTs ? count : t.newSince(count, formatSince(since))}</span>
      </button>
      <button type="button" className={styles.read} onClick={onMarkRead}>
        {t.markRead}
        <X size={14} aria-hidden="true" />
      </button>
    </div>
  );
}

function formatSince(ts: string): string {
  // Today's are clock times already.
  return formatAgo(ts) === formatClock(ts) ? formatClock(ts) : `${formatDay(ts)}, ${formatClock(ts)}`;
}
