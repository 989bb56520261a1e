import { type ComponentProps, type ReactNode, useId } from 'react';
import { cx } from './cx.ts';
import styles from './text-field.module.css';

interface TextFieldProps extends Omit<ComponentProps<'input'>, 'prefix'> {
  label: string;
  hint?: ReactNode;
  error?: string | null;
  /** Shown before the text, inside the field. */
  prefix?: ReactNode;
  hideLabel?: boolean;
}

export function TextField({ label, hint, error, prefix, hideLabel, className, ...rest }: TextFieldProps) {
  const id = useId();
  const noteId = `${id}-note`;
  return (
    <div className={cx(styles.field, className)}>
      <label htmlFor={id} className={cx(styles.label, hideLabel && 'visually-hidden')}>
        {label}
      </label>
      <div className={cx(styles.box, Boolean(error) && styles.wrong)}>
        {prefix && <span className={styles.prefix}>{prefix}</span>}
        <input
          {...rest}
          id={id}
          className={styles.input}
          aria-invalid={error ? true : undefined}
          aria-describedby={error || hint ? noteId : undefined}
        />
      </div>
      {(error || hint) && (
        <p id={noteId} className={cx(styles.note, Boolean(error) && styles.error)} role={error ? 'alert' : undefined}>
          {error || hint}
        </p>
      )}
    </div>
  );
}
