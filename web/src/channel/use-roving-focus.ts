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
import { keyboardFocus } from '../message/keyboard-focus.ts';
import { isWriting } from './is-writing.ts';
import { leavesRow } from './list-edges.ts';
import { placeAfter } from './place-after.ts';
import type { Row } from './rows.ts';

interface RovingFocusOptions {
  rows: readonly Row[];
  scroller: RefObject<HTMLDivElement | null>;
  virtualizer: RefObject<VirtualizerHandle | null>;
  /** The person wants to write. */
  onLeave: () => void;
  onEscape: () => void;
}

/**
 * The list is one stop of the Tab key: it reaches one message, at first the newest, and then what is in that. Arrows, Home
 * and End go to the other messages. The message with the focus stays in the page while it is scrolled out of sight. What is
 * typed where the mouse has put the focus goes to the composer.
 */
export function useRovingFocus({ rows, scroller, virtualizer, onLeave, onEscape }: RovingFocusOptions) {
  const [chosenKey, setChosenKey] = useState<string | null>(null);
  const [pendingKey, setPendingKey] = useState<string | null>(null);
  const before = useRef<HTMLDivElement>(null);
  const after = useRef<HTMLDivElement>(null);
  const indexes = useMemo(() => rows.flatMap((row, index) => (row.kind === 'message' ? [index] : [])), [rows]);
  const chosen = chosenKey === null ? -1 : rows.findIndex((row) => row.key === chosenKey);
  const activeIndex = chosen >= 0 ? chosen : (indexes.at(-1) ?? -1);
  const activeKey = rows[activeIndex]?.key ?? null;
  const keepMounted = useMemo(() => (activeIndex < 0 ? [] : [activeIndex]), [activeIndex]);
  const latest = { rows, indexes, activeIndex, activeKey, onLeave, onEscape };
  const current = useRef(latest);
  current.current = latest;

  const rowOf = useCallback(
    (key: string | null) =>
      key === null ? null : scroller.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`),
    [scroller],
  );

  useEffect(() => {
    const row = rowOf(pendingKey);
    if (!row) return;
    row.focus({ preventScroll: true });
    setPendingKey(null);
  }, [pendingKey, rowOf]);

  const onKeyDown = useCallback(
    (event: KeyboardEvent<HTMLElement>) => {
      const { rows: all, indexes: messages, activeIndex: from, activeKey: key } = current.current;
      if (!(event.target instanceof HTMLElement)) return;
      const row = event.target.closest<HTMLElement>('[data-key]');
      if (row && event.key === 'Tab' && leavesRow(row, event.target, event.shiftKey)) {
        // From the edge of the list the browser finds what comes next by itself.
        (event.shiftKey ? before : after).current?.focus({ preventScroll: true });
        return;
      }
      const isEdge = event.target === before.current || event.target === after.current;
      if (row !== event.target && !isEdge) return;
      if (row && event.key === 'Escape') {
        event.preventDefault();
        current.current.onEscape();
        return;
      }
      if (isWriting(event) && event.isTrusted && !keyboardFocus.isBy(event.target)) {
        // Before the browser handles the key: it writes where the focus is by then.
        current.current.onLeave();
        return;
      }
      const place = messages.indexOf(from);
      const to = placeAfter(event.key, place, messages.length);
      const index = to === null ? undefined : messages[to];
      if (index === undefined || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      const next = all[index]?.key ?? key;
      virtualizer.current?.scrollToIndex(index, { align: 'nearest' });
      setChosenKey(next);
      setPendingKey(next);
    },
    [virtualizer],
  );

  const onFocus = useCallback(
    (event: FocusEvent<HTMLElement>) => {
      // What is over the page belongs to a row for React, and is elsewhere for the browser.
      if (!event.currentTarget.contains(event.target)) return;
      const row = event.target.closest<HTMLElement>('[data-key]');
      const isEntering = !event.currentTarget.contains(event.relatedTarget) && keyboardFocus.isByTab();
      const active = rowOf(current.current.activeKey);
      if (isEntering && active && event.target !== active) active.focus();
      else if (row?.dataset.key !== undefined) setChosenKey(row.dataset.key);
    },
    [rowOf],
  );

  return { activeKey, keepMounted, onKeyDown, onFocus, before, after };
}
