import type { ReactNode } from 'react';
import { Logo } from '../design/logo.tsx';
import styles from './sign-in-frame.module.css';

interface SignInFrameProps {
  title: string;
  lead?: ReactNode;
  children: ReactNode;
  footer?: ReactNode;
}

/** The page around each step of signing in. */
export function SignInFrame({ title, lead, children, footer }: SignInFrameProps) {
  return (
    <main className={styles.page}>
      <div className={styles.card}>
        <div className={styles.brand}>
          <Logo size={40} />
          <span className={styles.word}>Edgeways</span>
        </div>
        <div className={styles.heading}>
          <h1 className={styles.title}>{title}</h1>
          {lead && <p className={styles.lead}>{lead}</p>}
        </div>
        {children}
        {footer && <div className={styles.footer}>{footer}</div>}
      </div>
    </main>
  );
}
