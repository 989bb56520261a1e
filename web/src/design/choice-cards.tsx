import type { ReactNode } from 'react';
import styles from './choice-cards.module.css';

interface Choice<T extends string> {
  value: T;
  label: string;
  hint?: string;
  icon?: ReactNode;
}

interface ChoiceCardsProps<T extends string> {
  /** What is chosen. */
  label: string;
  /** The same for the radio buttons that belong together, and for no others on the page. */
  name: string;
  value: T;
  choices: readonly Choice<T>[];
  /** In a row where there is room, or below each other. */
  layout?: 'row' | 'column';
  onChoose: (value: T) => void;
}

/** One of a few, all of them in sight. */
export function ChoiceCards<T extends string>(props: ChoiceCardsProps<T>) {
  const { label, name, value, choices, layout = 'row', onChoose } = props;
  return (
    <div className={styles[layout]} role="radiogroup" aria-label={label}>
      {choices.map((choice) => (
        <label key={choice.value} className={styles.card}>
          <input
            type="radio"
            name={name}
            className="visually-hidden"
            checked={choice.value === value}
            onChange={() => onChoose(choice.value)}
          />
          {choice.icon && (
            <span className={styles.icon} aria-hidden="true">
              {choice.icon}
            </span>
          )}
          <span className={styles.text}>
            <span className={styles.label}>{choice.label}</span>
            {choice.hint && <span className={styles.hint}>{choice.hint}</span>}
          </span>
        </label>
      ))}
    </div>
  );
}
