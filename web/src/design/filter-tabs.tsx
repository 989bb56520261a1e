import { type KeyboardEvent, useRef } from 'react';
import styles from './filter-tabs.module.css';

interface FilterTabsProps<Id extends string> {
  label: string;
  tabs: readonly { id: Id; label: string; count?: number }[];
  current: Id;
  onChoose: (id: Id) => void;
}

/** Which part of a list is shown. Arrows go from one to the next, as in every group of radio buttons. */
export function FilterTabs<Id extends string>({ label, tabs, current, onChoose }: FilterTabsProps<Id>) {
  const bar = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const at = tabs.findIndex(({ id }) => id === current);
    const next = tabs[(at + step + tabs.length) % tabs.length];
    if (step === 0 || !next) return;
    event.preventDefault();
    onChoose(next.id);
    bar.current?.querySelector<HTMLElement>(`[data-tab="${next.id}"]`)?.focus();
  };
  return (
    <div ref={bar} className={styles.bar} role="radiogroup" aria-label={label}>
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          role="radio"
          className={styles.tab}
          aria-checked={tab.id === current}
          tabIndex={tab.id === current ? 0 : -1}
          data-tab={tab.id}
          onClick={() => onChoose(tab.id)}
          onKeyDown={onKeyDown}
        >
          {tab.label}
          {tab.count !== undefined && tab.count > 0 && <span className={styles.count}>{tab.count}</span>}
        </button>
      ))}
    </div>
  );
}
