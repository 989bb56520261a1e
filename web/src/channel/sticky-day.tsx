import { formatDay } from '../message/time.ts';
import styles from './dividers.module.css';
import type { Row } from './rows.ts';

interface StickyDayProps {
  rows: readonly Row[];
  /** The rows under it, as `first-last`. */
  top: string;
}

/** The day of the message at the top, unless a day's own divider is there. */
export function StickyDay({ rows, top }: StickyDayProps) {
  const [first = 0, last = 0] = top.split('-').map(Number);
  const under = rows.slice(first, last + 1);
  if (under.length === 0 || under.some((row) => row.kind === 'day' || row.kind === 'start')) return null;
  const day = rows.slice(0, first + 1).findLast((row) => row.kind === 'day');
  if (!day) return null;
  return (
    <div className={styles.sticky} aria-hidden="true">
      <span className={styles.day}>{formatDay(day.ts)}</span>
    </div>
  );
}
