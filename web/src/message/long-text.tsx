import { type FocusEvent, type ReactNode, useRef, useState } from 'react';
import { messageActionsText } from './actions-text.ts';
import { unfoldEvent } from './is-long.ts';
import styles from './long-text.module.css';
import content from './message-content.module.css';

/** What was unfolded stays so while it is scrolled out of the list and back. */
const unfolded = new Set<string>();

interface LongTextProps {
  /** The message's. */
  ts: string;
  children: ReactNode;
}

/** A text of many screens, folded until somebody wants it. All of it is on the page, to be found and read out. */
export default function LongText({ ts, children }: LongTextProps) {
  const t = messageActionsText();
  const text = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(unfolded.has(ts));
  const open = () => {
    text.current?.dispatchEvent(new CustomEvent(unfoldEvent, { bubbles: true }));
    unfolded.add(ts);
    setOpen(true);
  };
  const close = () => {
    unfolded.delete(ts);
    setOpen(false);
    // Its end, where the button was, may lie screens below its beginning.
    requestAnimationFrame(() => text.current?.scrollIntoView({ block: 'nearest' }));
  };
  /** Whoever goes from link to link sees where they are. */
  const onFocus = (event: FocusEvent) => {
    if (!isOpen && event.target.matches(':focus-visible')) open();
  };
  return (
    <>
      <div ref={text} className={isOpen ? undefined : content.folded} onFocus={onFocus}>
        {children}
      </div>
      <button
        type="button"
        className={isOpen ? styles.less : styles.more}
        aria-expanded={isOpen}
        onClick={isOpen ? close : open}
      >
        {isOpen ? t.showLess : t.showMore}
      </button>
    </>
  );
}
