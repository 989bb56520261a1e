import { Dialog as Base } from '@base-ui/react/dialog';
import X from 'lucide-react/icons/x';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import styles from './dialog.module.css';
import { callInstead, giveFocusTo, useFocusBefore } from './return-focus.ts';
import { designText } from './text.ts';

interface DialogProps {
  title: string;
  description?: ReactNode;
  size?: 'small' | 'normal' | 'large' | 'wide';
  onClose: () => void;
  /** Takes the focus when it closes; otherwise what had it before does. */
  onFocusBack?: (() => void) | undefined;
  children: ReactNode;
}

/** A modal dialog; on a phone a sheet from below. It is open as long as it is rendered. */
export function Dialog({ title, description, size = 'normal', onClose, onFocusBack, children }: DialogProps) {
  const before = useFocusBefore();
  return (
    <Base.Root open onOpenChange={(open) => !open && onClose()}>
      <Base.Portal>
        <Base.Backdrop className={styles.backdrop} />
        <Base.Viewport className={styles.viewport}>
          <Base.Popup
            className={cx(styles.popup, styles[size])}
            finalFocus={onFocusBack ? callInstead(onFocusBack) : giveFocusTo(before)}
          >
            <header className={styles.header}>
              <Base.Title className={styles.title}>{title}</Base.Title>
              <Base.Close className={styles.close} aria-label={designText().close}>
                <X size={18} />
              </Base.Close>
            </header>
            {description && <Base.Description className={styles.description}>{description}</Base.Description>}
            {children}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}

/** The row of buttons that ends a dialog. */
export function DialogActions({ children }: { children: ReactNode }) {
  return <div className={styles.actions}>{children}</div>;
}

interface DialogBodyProps {
  /** For one with nothing in it that could have the focus: the focus is on itself then, so that arrows scroll it. */
  label?: string;
  children: ReactNode;
}

/** What scrolls when a dialog has more than fits. */
export function DialogBody({ label, children }: DialogBodyProps) {
  if (label === undefined) return <div className={styles.body}>{children}</div>;
  return (
    <div className={styles.body} role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}
