import { useEffect, useState } from 'react';
import { useNow } from '../app/use-now.ts';
import { useSelected } from '../app/use-selected.ts';
import { useWorkspace } from '../app/workspace-context.ts';
import { cx } from '../design/cx.ts';
import styles from './presence-dot.module.css';
import { type ShownPresence, shownPresence } from './shown-presence.ts';
import { peopleText } from './text.ts';

interface PresenceDotProps {
  id: string;
  /** Pixels. */
  size?: number;
  className?: string | undefined;
}

/** Whether somebody is there: a filled dot, a ring, or nothing where nobody knows. Watches them as long as it is shown. */
export function PresenceDot({ id, size = 9, className }: PresenceDotProps) {
  const shown = usePresence(id);
  if (shown === 'unknown') {
    return <span className={cx(styles.dot, styles.unknown, className)} style={{ width: size, height: size }} />;
  }
  return (
    <span
      className={cx(styles.dot, styles[shown], className)}
      style={{ width: size, height: size }}
      role="img"
      aria-label={peopleText().presence[shown]}
    />
  );
}

/** A person's presence as it changes. */
export function usePresence(id: string): ShownPresence {
  const { presence } = useWorkspace();
  useEffect(() => presence.watch([id]), [presence, id]);
  const now = useNow();
  const shown = useSelected(presence.store, (people) => shownPresence(people.get(id), now / 1000));
  return useSettled(shown);
}

/** Nothing is known for a moment after a reconnection; the dot keeps what it had, rather than to blink. */
export function useSettled(shown: ShownPresence): ShownPresence {
  const [settled, setSettled] = useState(shown);
  useEffect(() => {
    if (shown !== 'unknown') return setSettled(shown);
    const timer = setTimeout(() => setSettled('unknown'), 2000);
    return () => clearTimeout(timer);
  }, [shown]);
  return shown === 'unknown' ? settled : shown;
}
