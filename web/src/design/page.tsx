import ArrowLeft from 'lucide-react/icons/arrow-left';
import type { ReactNode } from 'react';
import styles from './page.module.css';
import { designText } from './text.ts';

interface PageProps {
  title: string;
  /** On a phone: to the list of channels. */
  onBack: (() => void) | null;
  actions?: ReactNode;
  children: ReactNode;
}

/** What takes the conversation's place: a title over content that scrolls. */
export function Page({ title, onBack, actions, children }: PageProps) {
  return (
    <section className={styles.page} aria-label={title}>
      <header className={styles.header}>
        {onBack && (
          <button type="button" className={styles.back} aria-label={designText().back} onClick={onBack}>
            <ArrowLeft size={20} />
          </button>
        )}
        <h1 className={styles.title}>{title}</h1>
        {actions}
      </header>
      {children}
    </section>
  );
}

/** A column of reading width that scrolls. */
export function PageColumn({ children }: { children: ReactNode }) {
  return (
    <div className={styles.scroll}>
      <div className={styles.column}>{children}</div>
    </div>
  );
}

export function PageSection({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  return (
    <section className={styles.section}>
      <h2 className={styles.sectionTitle}>{title}</h2>
      {lead && <p className={styles.lead}>{lead}</p>}
      {children}
    </section>
  );
}
