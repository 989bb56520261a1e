import type { ReactNode } from 'react';
import styles from './error-note.module.css';

/** What went wrong, in a sentence; read out when it appears. Nothing is shown when nothing did. */
export function ErrorNote({ children, id }: { children: ReactNode; id?: string }) {
  if (!children) return null;
  return (
    <p className={styles.note} role="alert" id={id}>
      {children}
    </p>
  );
}
