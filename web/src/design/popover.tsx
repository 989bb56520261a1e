import { Dialog } from '@base-ui/react/dialog';
import { Popover as Base } from '@base-ui/react/popover';
import type { ReactNode } from 'react';
import { useIsNarrow } from '../app/use-is-narrow.ts';
import type { Anchor } from './anchor.ts';
import { cx } from './cx.ts';
import styles from './popover.module.css';
import { giveFocusTo, useFocusBefore } from './return-focus.ts';

interface PopoverProps {
  label: string;
  anchor: Anchor;
  side?: 'top' | 'bottom' | 'left' | 'right';
  align?: 'start' | 'center' | 'end';
  className?: string | undefined;
  /** What has the focus afterwards; left out, what had it before. */
  returnFocusTo?: HTMLElement | null;
  /** False leaves the focus where it is: for what only shows something. */
  takesFocus?: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** Something that stands beside what it belongs to, and on a phone comes from below. It is open as long as it is rendered. */
export function Popover(props: PopoverProps) {
  return useIsNarrow() && props.takesFocus !== false ? <Sheet {...props} /> : <Floating {...props} />;
}

function Floating(props: PopoverProps) {
  const { label, anchor, side = 'bottom', align = 'start', takesFocus = true, onClose } = props;
  const before = useFocusBefore();
  return (
    <Base.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Base.Portal>
        <Base.Positioner
          className={styles.positioner}
          anchor={anchor}
          side={side}
          align={align}
          sideOffset={6}
          collisionPadding={8}
        >
          <Base.Popup
            className={cx(styles.popup, props.className)}
            aria-label={label}
            initialFocus={takesFocus}
            finalFocus={takesFocus && giveFocusTo(props.returnFocusTo ?? before)}
          >
            {props.children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function Sheet(props: PopoverProps) {
  const before = useFocusBefore();
  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && props.onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup
          className={cx(styles.sheet, props.className)}
          aria-label={props.label}
          finalFocus={giveFocusTo(props.returnFocusTo ?? before)}
        >
          <Dialog.Close className={styles.grip} aria-label={props.label} tabIndex={-1} aria-hidden="true" />
          {props.children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
