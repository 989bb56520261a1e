import { type ReactNode, Suspense, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import type { Message } from '../../../shared/message.ts';
import { lazyAfterwards } from '../app/first-look.ts';
import type { MessageActions, Permissions } from '../message/actions.ts';
import { EventRow } from '../message/event-row.tsx';
import { MessageRow } from '../message/message-row.tsx';
import { useCommand } from '../palette/command-handlers.ts';
import { DayDivider } from './day-divider.tsx';
import { findUnreadAbove } from './first-unread.ts';
import { JumpButton } from './jump-button.tsx';
import styles from './message-list.module.css';
import { NewDivider } from './new-divider.tsx';
import { buildRows, countAfter, type ListedMessage, latestTs, type Row } from './rows.ts';
import { StickyDay } from './sticky-day.tsx';
import { useListScroll } from './use-list-scroll.ts';
import { useRovingFocus } from './use-roving-focus.ts';

/** The message to go to; another object for the same one goes there again. */
export interface ScrollTarget {
  ts: string;
}

const NewBar = lazyAfterwards(() => import('./new-bar.tsx'));

interface MessageListProps {
  channelId: string;
  label: string;
  listed: readonly ListedMessage[];
  /** Older messages exist that are not in the list. */
  hasOlder: boolean;
  /** The list ends before the newest message. */
  hasNewer: boolean;
  isLoading: boolean;
  /** New is what is later than the one and, where that is not null, no later than the other. */
  unreadAfter: string | null;
  unreadUntil?: string | null;
  target: ScrollTarget | null;
  highlightedTs: string | null;
  editingTs: string | null;
  editedText: string | null;
  isInThread?: boolean;
  permissions: Permissions;
  actions: MessageActions;
  /** What the beginning of the channel shows. */
  start: ReactNode;
  onNeedOlder: () => void;
  onNeedNewer: () => void;
  onJumpToLatest: () => void;
  /** The person sees the newest message. */
  onReachEnd: (ts: string) => void;
  /** The newest message is out of sight. */
  onLeaveEnd?: () => void;
  /** To the first unread message, null when the list begins after it; left out where that is never further up. */
  onJumpToUnread?: (firstTs: string | null) => void;
  onMarkRead?: () => void;
  /** The person wants to write. */
  onLeave: () => void;
  /** Escape, on a message. */
  onEscape: () => void;
}

/** The conversation: virtual, at home at its lower end, and never moving under the reader. */
export function MessageList(props: MessageListProps) {
  const {
    listed,
    hasOlder,
    hasNewer,
    unreadAfter,
    unreadUntil = null,
    permissions,
    actions,
    highlightedTs,
    editingTs,
    editedText,
    isInThread = false,
  } = props;
  const { self } = permissions;
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useRef<VirtualizerHandle>(null);
  const rows = useMemo(
    () => buildRows(listed, { isComplete: !hasOlder, unreadAfter, unreadUntil, self }),
    [listed, hasOlder, unreadAfter, unreadUntil, self],
  );
  const scroll = useListScroll({ ...props, rows, scroller, virtualizer, self });
  const focus = useRovingFocus({ rows, scroller, virtualizer, onLeave: props.onLeave, onEscape: props.onEscape });
  const seen = useSeenTs(listed, scroll.isAtEnd) ?? unreadAfter;
  const missed = scroll.isAtEnd || seen === null ? 0 : countAfter(listed, seen, self);
  const { onJumpToUnread, onMarkRead } = props;
  const top = Number(scroll.top.split('-')[0]);
  const above = onJumpToUnread
    ? findUnreadAbove({ rows, listed, hasOlder, unreadAfter, unreadUntil, self, top })
    : null;

  useCommand('jumpToUnread', onJumpToUnread ? () => void (above && onJumpToUnread(above.firstTs)) : null);

  const renderRow = (row: Row) => {
    switch (row.kind) {
      case 'start':
        return <div key={row.key}>{props.start}</div>;
      case 'day':
        return <DayDivider key={row.key} ts={row.ts} startsNew={row.startsNew} />;
      case 'new':
        return <NewDivider key={row.key} />;
      case 'events':
        return (
          <EventRow
            key={row.key}
            messages={row.messages}
            isHighlighted={row.messages.some((message) => message.ts === highlightedTs)}
          />
        );
      case 'message':
        return (
          <MessageRow
            key={row.key}
            channelId={props.channelId}
            listed={row.listed}
            continues={row.continues}
            isHighlighted={row.listed.message.ts === highlightedTs}
            isEditing={row.listed.message.ts === editingTs}
            editedText={row.listed.message.ts === editingTs ? editedText : null}
            isActive={row.key === focus.activeKey}
            rootText={rootTextOf(row.listed.message, listed)}
            isInThread={isInThread}
            permissions={permissions}
            actions={actions}
          />
        );
    }
  };

  return (
    <div className={styles.frame}>
      {above && onJumpToUnread && onMarkRead && unreadAfter !== null ? (
        <Suspense>
          <NewBar
            above={above}
            since={unreadAfter}
            onJump={() => onJumpToUnread(above.firstTs)}
            onMarkRead={onMarkRead}
          />
        </Suspense>
      ) : (
        <StickyDay rows={rows} top={scroll.top} />
      )}
      <div
        ref={scroller}
        className={styles.scroller}
        // A log, but a silent one: scrolling adds rows, too. What is new is read out by the announcer.
        role="log"
        aria-live="off"
        aria-label={props.label}
        aria-busy={props.isLoading}
        onKeyDown={focus.onKeyDown}
        onFocus={focus.onFocus}
      >
        <div ref={focus.before} tabIndex={-1} className={isInThread ? undefined : styles.spacer} />
        <Virtualizer
          key={scroll.stretch}
          ref={virtualizer}
          scrollRef={scroller}
          data={rows}
          shift={scroll.isPrepending}
          bufferSize={600}
          keepMounted={focus.keepMounted}
          onScroll={scroll.onScroll}
          onResize={scroll.onResize}
        >
          {renderRow}
        </Virtualizer>
        <div ref={focus.after} tabIndex={-1} className={styles.end} />
      </div>
      {(hasNewer || !scroll.isAtEnd) && rows.length > 0 && (
        <JumpButton count={hasNewer ? null : missed} onPress={scroll.jumpToEnd} />
      )}
    </div>
  );
}

/** The newest message that was there when the reader was last at the end; null until they were. */
function useSeenTs(listed: readonly ListedMessage[], isAtEnd: boolean): string | null {
  const [seen, setSeen] = useState<string | null>(null);
  const latest = latestTs(listed);
  useLayoutEffect(() => {
    if (isAtEnd) setSeen(latest);
  }, [isAtEnd, latest]);
  return seen;
}

/** Of a reply that is shown in the channel too: what it answers, where that is in the list. */
function rootTextOf({ subtype, thread_ts: rootTs }: Message, listed: readonly ListedMessage[]): string | null {
  if (subtype !== 'thread_broadcast') return null;
  return listed.findLast(({ message }) => message.ts === rootTs)?.message.text ?? null;
}
