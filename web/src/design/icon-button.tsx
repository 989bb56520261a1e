import type { ComponentProps } from 'react';
import type { RunnableId } from '../palette/commands.ts';
import { cx } from './cx.ts';
import styles from './icon-button.module.css';

interface IconButtonProps extends ComponentProps<'button'> {
  /** What it does: its accessible name and its tooltip. */
  label: string;
  /** Keys that do the same, shown in the tooltip. */
  keys?: string;
  /** Or the command that it runs, whose keys are. */
  command?: RunnableId;
  size?: 'small' | 'normal';
  pressed?: boolean;
  danger?: boolean;
}

export function IconButton({
  label,
  keys,
  command,
  size = 'normal',
  pressed,
  danger,
  className,
  ...rest
}: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      data-tip={label}
      data-tip-keys={keys}
      data-tip-command={command}
      aria-pressed={pressed}
      {...rest}
      className={cx(styles.button, size === 'small' && styles.small, danger && styles.danger, className)}
    />
  );
}
