import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { ScrollToIndexOpts, VirtualizerHandle } from 'virtua';
import { unfoldEvent } from '../message/is-long.ts';
import type { ScrollTarget } from './message-list.tsx';
import { countPrepended, indexOfMessage, type ListedMessage, latestTs, type Row } from './rows.ts';

interface ListScrollOptions {
  rows: readonly Row[];
  listed: readonly ListedMessage[];
  scroller: RefObject<HTMLDivElement | null>;
  virtualizer: RefObject<VirtualizerHandle | null>;
  hasOlder: boolean;
  hasNewer: boolean;
  target: ScrollTarget | null;
  self: string;
  onNeedOlder: () => void;
  onNeedNewer: () => void;
  onJumpToLatest: () => void;
  onReachEnd: (ts: string) => void;
  onLeaveEnd?: () => void;
}

/** Closer to the end than this is at the end. Pixels. */
const endSlack = 24;
/** The list measures rows on its way to one; meanwhile nothing is loaded that would move them. Milliseconds. */
const settleTime = 250;
/** Of the day that sticks to the top, with some room. Pixels. */
const stickyHeight = 48;
/** Older and newer messages are asked for this far ahead. Pixels. */
const lookahead = 1200;

/**
 * Where the list stands. At the end it stays at the end, whatever is added or grows; elsewhere it stays where it is. It
 * opens at the first unread message, or at the end; it goes to a target once that is in the list.
 */
export function useListScroll(options: ListScrollOptions) {
  const { rows, scroller, virtualizer, target, hasNewer } = options;
  const latest = useRef(options);
  latest.current = options;
  const [isAtEnd, setAtEnd] = useState(false);
  const [top, setTop] = useState('0-0');
  const atEnd = useRef(true);
  const wasOpened = useRef(false);
  const reached = useRef<ScrollTarget | null>(null);
  const isSettling = useRef(false);
  const { isPrepending, stretch } = useStretch(rows);

  const stickToEnd = useCallback(() => {
    const element = scroller.current;
    if (element) element.scrollTop = element.scrollHeight;
  }, [scroller]);

  const look = useCallback(() => {
    const element = scroller.current;
    if (!element || latest.current.rows.length === 0) return;
    const below = element.scrollHeight - element.clientHeight - element.scrollTop;
    atEnd.current = below <= endSlack && !latest.current.hasNewer;
    setAtEnd(atEnd.current);
    setTop(topOf(element.scrollTop, virtualizer.current));
    if (isSettling.current) return;
    if (latest.current.hasOlder && element.scrollTop < lookahead) latest.current.onNeedOlder();
    if (latest.current.hasNewer && below < lookahead) latest.current.onNeedNewer();
  }, [scroller, virtualizer]);

  const goTo = useCallback(
    (key: string, place: ScrollToIndexOpts) => {
      atEnd.current = false;
      isSettling.current = true;
      const attempt = (left: number) => {
        const index = latest.current.rows.findIndex((row) => row.key === key);
        virtualizer.current?.scrollToIndex(index, place);
        setTimeout(() => {
          if (left > 0 && !isInView(index, virtualizer.current)) return attempt(left - 1);
          isSettling.current = false;
          look();
        }, settleTime);
      };
      attempt(2);
    },
    [look, virtualizer],
  );
  const onResize = useCallback(() => {
    if (atEnd.current) stickToEnd();
    look();
  }, [look, stickToEnd]);

  useLayoutEffect(() => {
    if (rows.length === 0) return;
    const goal = target && reached.current !== target ? indexOfMessage(rows, target.ts) : -1;
    if (goal >= 0) {
      reached.current = target;
      wasOpened.current = true;
      goTo(rows[goal]?.key ?? '', { align: 'center' });
    } else if (!wasOpened.current && !(target && reached.current !== target)) {
      wasOpened.current = true;
      const unread = rows.find((row) => row.kind === 'new' || (row.kind === 'day' && row.startsNew));
      if (unread) goTo(unread.key, { align: 'start', offset: -48 });
      else stickToEnd();
    } else if (atEnd.current || isOwnAtEnd(rows, latest.current.self)) stickToEnd();
    look();
  }, [rows, target, stickToEnd, look, goTo]);

  useEffect(() => {
    const leaveEnd = () => {
      atEnd.current = false;
    };
    const element = scroller.current;
    element?.addEventListener(unfoldEvent, leaveEnd);
    return () => element?.removeEventListener(unfoldEvent, leaveEnd);
  }, [scroller]);

  useReachedEnd(isAtEnd && !hasNewer, latest, options.listed);

  const jumpToEnd = useCallback(() => {
    atEnd.current = !latest.current.hasNewer;
    if (latest.current.hasNewer) {
      wasOpened.current = true;
      atEnd.current = true;
      latest.current.onJumpToLatest();
    } else stickToEnd();
    look();
  }, [look, stickToEnd]);

  return { isAtEnd, top, isPrepending, stretch, onScroll: look, onResize, jumpToEnd };
}

/** The rows from the list's upper edge to where a day above them would end, as `first-last`: a string, to compare. */
function topOf(offset: number, list: VirtualizerHandle | null): string {
  return list ? `${list.findItemIndex(offset + 4)}-${list.findItemIndex(offset + stickyHeight)}` : '0-0';
}

function isInView(index: number, list: VirtualizerHandle | null): boolean {
  if (!list) return false;
  const from = list.getItemOffset(index) - list.scrollOffset;
  return from + list.getItemSize(index) > 0 && from < list.viewportSize;
}

/** Whether rows were added above, and a number that changes when the list shows another stretch of the history. */
function useStretch(rows: readonly Row[]): { isPrepending: boolean; stretch: number } {
  const state = useRef({ rows, previous: rows, stretch: 0 });
  if (state.current.rows !== rows) {
    const previous = state.current.rows;
    state.current = { rows, previous, stretch: state.current.stretch + (sharesRow(previous, rows) ? 0 : 1) };
  }
  const isPrepending = countPrepended(state.current.previous, rows) > 0;
  return { isPrepending, stretch: state.current.stretch };
}

function sharesRow(before: readonly Row[], after: readonly Row[]): boolean {
  const last = before.at(-1);
  // Nearly always the newest row of before is still there, at or near the end.
  if (!last || after.findLast((row) => row.key === last.key)) return true;
  const keys = new Set(after.map((row) => row.key));
  return before.some((row) => row.kind === 'message' && keys.has(row.key));
}

/** What one sends is shown, wherever one was reading. */
function isOwnAtEnd(rows: readonly Row[], self: string): boolean {
  const last = rows.at(-1);
  return last?.kind === 'message' && last.listed.delivery === 'waiting' && last.listed.message.user === self;
}

/** Tells that the newest message was seen: the list is at its end and the page is being looked at. */
function useReachedEnd(isAtEnd: boolean, latest: RefObject<ListScrollOptions>, listed: readonly ListedMessage[]): void {
  const ts = latestTs(listed);
  useEffect(() => {
    if (!isAtEnd) latest.current.onLeaveEnd?.();
  }, [isAtEnd, latest]);
  useEffect(() => {
    if (!isAtEnd || ts === null) return;
    const tell = () => {
      if (document.visibilityState === 'visible' && document.hasFocus()) latest.current.onReachEnd(ts);
    };
    tell();
    window.addEventListener('focus', tell);
    document.addEventListener('visibilitychange', tell);
    return () => {
      window.removeEventListener('focus', tell);
      document.removeEventListener('visibilitychange', tell);
    };
  }, [isAtEnd, ts, latest]);
}
