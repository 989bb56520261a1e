import { type ComponentProps, type ReactNode, useId } from 'react';
import styles from './select-field.module.css';
import field from './text-field.module.css';

interface SelectFieldProps<T extends string> extends Omit<ComponentProps<'select'>, 'value' | 'onChange'> {
  label: string;
  hint?: ReactNode;
  value: T;
  choices: readonly { value: T; label: string }[];
  onChoose: (value: T) => void;
}

/** One of a list, by the browser's own means: they are good on every device. */
export function SelectField<T extends string>({ label, hint, value, choices, onChoose, ...rest }: SelectFieldProps<T>) {
  const id = useId();
  return (
    <div className={field.field}>
      <label htmlFor={id} className={field.label}>
        {label}
      </label>
      <select
        {...rest}
        id={id}
        className={styles.select}
        value={value}
        aria-describedby={hint ? `${id}-note` : undefined}
        onChange={(event) => {
          const chosen = choices.find((choice) => choice.value === event.target.value);
          if (chosen) onChoose(chosen.value);
        }}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
      {hint && (
        <p id={`${id}-note`} className={field.note}>
          {hint}
        </p>
      )}
    </div>
  );
}
