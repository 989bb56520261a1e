import type { ComponentProps } from 'react';
import styles from './button.module.css';
import { cx } from './cx.ts';
import { Spinner } from './spinner.tsx';

interface ButtonProps extends ComponentProps<'button'> {
  kind?: 'primary' | 'secondary' | 'danger' | 'quiet';
  /** Something that the button started is under way: it says so and takes no second press. */
  busy?: boolean;
  wide?: boolean;
}

export function Button({ kind = 'secondary', busy = false, wide = false, className, children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={cx(styles.button, styles[kind], wide && styles.wide, className)}
      disabled={rest.disabled || busy}
      aria-busy={busy || undefined}
    >
      <span className={cx(styles.label, busy && styles.hidden)}>{children}</span>
      {busy && (
        <span className={styles.spinner}>
          <Spinner />
        </span>
      )}
    </button>
  );
}
