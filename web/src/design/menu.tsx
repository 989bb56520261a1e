import { Menu as Base } from '@base-ui/react/menu';
import Check from 'lucide-react/icons/check';
import ChevronRight from 'lucide-react/icons/chevron-right';
import type { ReactElement, ReactNode } from 'react';
import { cx } from './cx.ts';
import styles from './menu.module.css';
import type { Anchor } from './anchor.ts';

interface MenuProps {
  /** The button that opens it. */
  trigger: ReactElement;
  align?: 'start' | 'end';
  /** For a menu whose button was pressed before the menu had come. */
  isOpenAtFirst?: boolean;
  children: ReactNode;
}

export function Menu({ trigger, align = 'start', isOpenAtFirst = false, children }: MenuProps) {
  return (
    <Base.Root defaultOpen={isOpenAtFirst}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className={styles.positioner} sideOffset={4} align={align}>
          <Base.Popup className={styles.popup}>{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

interface MenuAtProps {
  /** Where it stands: at what it belongs to, or where the pointer was. */
  anchor: Anchor;
  label: string;
  /** What has the focus afterwards. */
  returnFocusTo: HTMLElement | null;
  onClose: () => void;
  children: ReactNode;
}

/** A menu that something else than a button of its own has opened. It is open as long as it is rendered. */
export function MenuAt({ anchor, label, returnFocusTo, onClose, children }: MenuAtProps) {
  return (
    <Base.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Base.Portal>
        <Base.Positioner
          className={styles.positioner}
          anchor={anchor}
          side="bottom"
          align="start"
          sideOffset={2}
          collisionPadding={8}
        >
          <Base.Popup
            className={styles.popup}
            aria-label={label}
            finalFocus={() => (returnFocusTo?.isConnected ? returnFocusTo : true)}
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

interface MenuItemProps {
  icon?: ReactNode;
  danger?: boolean;
  /** Shown at the end: keys, a state. */
  end?: ReactNode;
  onSelect: () => void;
  children: ReactNode;
}

export function MenuItem({ icon, danger, end, onSelect, children }: MenuItemProps) {
  return (
    <Base.Item className={cx(styles.item, danger && styles.danger)} onClick={onSelect}>
      {icon && <span className={styles.icon}>{icon}</span>}
      <span className={styles.label}>{children}</span>
      {end && <span className={styles.end}>{end}</span>}
    </Base.Item>
  );
}

/** A menu in a menu. */
export function SubMenu({ icon, label, children }: { icon?: ReactNode; label: string; children: ReactNode }) {
  return (
    <Base.SubmenuRoot>
      <Base.SubmenuTrigger className={styles.item}>
        {icon && <span className={styles.icon}>{icon}</span>}
        <span className={styles.label}>{label}</span>
        <span className={styles.end}>
          <ChevronRight size={15} aria-hidden="true" />
        </span>
      </Base.SubmenuTrigger>
      <Base.Portal>
        <Base.Positioner className={styles.positioner} sideOffset={2} alignOffset={-6} collisionPadding={8}>
          <Base.Popup className={styles.popup}>{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.SubmenuRoot>
  );
}

interface MenuChoiceProps<T extends string> {
  value: T;
  choices: readonly { value: T; label: string }[];
  onChoose: (value: T) => void;
}

/** One of several. */
export function MenuChoice<T extends string>({ value, choices, onChoose }: MenuChoiceProps<T>) {
  return (
    <Base.RadioGroup value={value}>
      {choices.map((choice) => (
        <Base.RadioItem
          key={choice.value}
          value={choice.value}
          className={styles.item}
          closeOnClick
          onClick={() => onChoose(choice.value)}
        >
          <span className={styles.mark}>
            <Base.RadioItemIndicator>
              <Check size={16} aria-hidden="true" />
            </Base.RadioItemIndicator>
          </span>
          <span className={styles.label}>{choice.label}</span>
        </Base.RadioItem>
      ))}
    </Base.RadioGroup>
  );
}

export function MenuSeparator() {
  return <Base.Separator className={styles.separator} />;
}
