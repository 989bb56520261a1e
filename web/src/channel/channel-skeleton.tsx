import styles from './channel-skeleton.module.css';
import { channelText } from './text.ts';

const lines = [
  [34, 78],
  [22, 51],
  [28, 88],
  [30, 40],
  [24, 64],
];

/** Where messages will be, in about their size. */
export function ChannelSkeleton() {
  return (
    <div className={styles.skeleton} role="status" aria-label={channelText().loading}>
      {lines.map(([name, text]) => (
        <div key={text} className={styles.message}>
          <span className={styles.avatar} />
          <span className={styles.lines}>
            <span style={{ width: `${name}%` }} />
            <span style={{ width: `${text}%` }} />
          </span>
        </div>
      ))}
    </div>
  );
}
