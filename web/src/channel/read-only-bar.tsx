import type { ReactNode } from 'react';
import styles from './read-only-bar.module.css';

/** In the place of the composer where nothing can be written: why, and what can be done about it. */
export function ReadOnlyBar({ children }: { children: ReactNode }) {
  return <div className={styles.bar}>{children}</div>;
}
