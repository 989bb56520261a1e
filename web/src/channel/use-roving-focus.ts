import {
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { VirtualizerHandle } from 'virtua';
import { placeAfter } from './place-after.ts';
import type { Row } from './rows.ts';

interface RovingFocusOptions {
  rows: readonly Row[];
  scroller: RefObject<HTMLDivElement | null>;
  virtualizer: RefObject<VirtualizerHandle | null>;
  /** Escape: the person wants to write. */
  onLeave: () => void;
}

/**
 * Tab reaches one message of the list, at first the newest; arrows, Home and End go to the others. The message with the
 * focus stays in the page while it is scrolled out of sight.
 */
export function useRovingFocus({ rows, scroller, virtualizer, onLeave }: RovingFocusOptions) {
  const [chosenKey, setChosenKey] = useState<string | null>(null);
  const [pendingKey, setPendingKey] = useState<string | null>(null);
  const indexes = useMemo(() => rows.flatMap((row, index) => (row.kind === 'message' ? [index] : [])), [rows]);
  const chosen = chosenKey === null ? -1 : rows.findIndex((row) => row.key === chosenKey);
  const activeIndex = chosen >= 0 ? chosen : (indexes.at(-1) ?? -1);
  const activeKey = rows[activeIndex]?.key ?? null;
  const keepMounted = useMemo(() => (activeIndex < 0 ? [] : [activeIndex]), [activeIndex]);
  const current = useRef({ rows, indexes, activeIndex });
  current.current = { rows, indexes, activeIndex };

  useEffect(() => {
    if (pendingKey === null) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(pendingKey)}"]`);
    if (!row) return;
    row.focus({ preventScroll: true });
    setPendingKey(null);
  }, [pendingKey, scroller]);

  const onKeyDown = useCallback(
    (event: KeyboardEvent<HTMLElement>) => {
      const { rows: all, indexes: messages, activeIndex: from } = current.current;
      if (!(event.target instanceof HTMLElement) || event.target.dataset.key === undefined) {
        return;
      }
      if (event.key === 'Escape') {
        event.preventDefault();
        onLeave();
        return;
      }
      const place = messages.indexOf(from);
      const to = placeAfter(event.key, place, messages.length);
      const index = to === null ? undefined : messages[to];
      if (index === undefined || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      const key = all[index]?.key ?? null;
      virtualizer.current?.scrollToIndex(index, { align: 'nearest' });
      setChosenKey(key);
      setPendingKey(key);
    },
    [onLeave, virtualizer],
  );

  const onFocus = useCallback((event: FocusEvent<HTMLElement>) => {
    const key = event.target instanceof HTMLElement ? event.target.dataset.key : undefined;
    if (key !== undefined) setChosenKey(key);
  }, []);

  return { activeKey, keepMounted, onKeyDown, onFocus };
}
