import ArrowDown from 'lucide-react/icons/arrow-down';
import ArrowUp from 'lucide-react/icons/arrow-up';
import { type RefObject, useEffect, useState } from 'react';
import { useWorkspace } from '../app/workspace-context.ts';
import styles from './sidebar.module.css';
import { sidebarText } from './text.ts';

interface OutOfSight {
  above: Place | null;
  below: Place | null;
}

interface Place {
  /** The nearest conversation there that calls for attention. */
  row: HTMLElement;
  hasMentions: boolean;
}

const nothing: OutOfSight = { above: null, below: null };

/** Leads to what is unread above and below the part of the sidebar that is on screen. */
export default function UnreadJumps({ list }: { list: RefObject<HTMLElement | null> }) {
  const t = sidebarText();
  const { session } = useWorkspace();
  const [found, setFound] = useState(nothing);
  useEffect(() => {
    const element = list.current;
    if (!element) return;
    let frame = 0;
    const look = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => setFound(findOutOfSight(element)));
    };
    const unsubscribe = session.subscribe(look);
    element.addEventListener('scroll', look, { passive: true });
    const sizes = new ResizeObserver(look);
    sizes.observe(element);
    look();
    return () => {
      cancelAnimationFrame(frame);
      unsubscribe();
      element.removeEventListener('scroll', look);
      sizes.disconnect();
    };
  }, [list, session]);
  const jump = ({ row }: Place) => {
    row.scrollIntoView({ block: 'center' });
    row.focus({ preventScroll: true });
  };
  const { above, below } = found;
  return (
    <>
      {above && (
        <button type="button" className={styles.jumpPill} data-side="above" onClick={() => jump(above)}>
          <ArrowUp size={13} aria-hidden="true" />
          {above.hasMentions ? t.mentionsAbove : t.moreAbove}
        </button>
      )}
      {below && (
        <button type="button" className={styles.jumpPill} data-side="below" onClick={() => jump(below)}>
          <ArrowDown size={13} aria-hidden="true" />
          {below.hasMentions ? t.mentionsBelow : t.moreBelow}
        </button>
      )}
    </>
  );
}

function findOutOfSight(list: HTMLElement): OutOfSight {
  const { top, bottom } = list.getBoundingClientRect();
  const above: HTMLElement[] = [];
  const below: HTMLElement[] = [];
  for (const row of list.querySelectorAll<HTMLElement>('[data-unread]')) {
    const { top: from, bottom: until } = row.getBoundingClientRect();
    if (until <= top + 4) above.push(row);
    else if (from >= bottom - 4) below.push(row);
  }
  return { above: nearest(above.reverse()), below: nearest(below) };
}

function nearest(rows: readonly HTMLElement[]): Place | null {
  const row = rows.find((each) => each.dataset.mentions) ?? rows[0];
  return row ? { row, hasMentions: row.dataset.mentions !== undefined } : null;
}
