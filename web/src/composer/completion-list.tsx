import styles from './completion-list.module.css';
import type { CompletionChoice } from './completion-choice.ts';

interface CompletionListProps {
  id: string;
  label: string;
  choices: readonly CompletionChoice[];
  activeIndex: number;
  onHover: (index: number) => void;
  onChoose: (index: number) => void;
}

/** The choices above the composer. The focus stays in the text, which points at the active one. */
export function CompletionList({ id, label, choices, activeIndex, onHover, onChoose }: CompletionListProps) {
  return (
    <ul className={styles.list} id={id} role="listbox" aria-label={label} tabIndex={0}>
      {choices.map((choice, index) => (
        <li
          key={choice.key}
          ref={index === activeIndex ? reveal : null}
          id={`${id}-${index}`}
          className={styles.choice}
          role="option"
          aria-selected={index === activeIndex}
          onPointerMove={() => onHover(index)}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onChoose(index)}
        >
          <span className={styles.icon}>{choice.icon}</span>
          <span className={styles.name}>{choice.name}</span>
          {choice.note && <span className={styles.note}>{choice.note}</span>}
          {choice.detail && <span className={styles.detail}>{choice.detail}</span>}
        </li>
      ))}
    </ul>
  );
}

function reveal(option: HTMLElement | null): void {
  option?.scrollIntoView({ block: 'nearest' });
}
