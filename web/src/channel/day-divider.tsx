import { memo } from 'react';
import { formatDay } from '../message/time.ts';
import styles from './dividers.module.css';
import { channelText } from './text.ts';

/** The line between two days. `startsNew`: everything below is unread. */
export const DayDivider = memo(function DayDivider({ ts, startsNew }: { ts: string; startsNew: boolean }) {
  return (
    <div className={styles.divider} data-new={startsNew || undefined}>
      <h2 className={styles.day}>{formatDay(ts)}</h2>
      {startsNew && <span className={styles.new}>{channelText().new}</span>}
    </div>
  );
});
