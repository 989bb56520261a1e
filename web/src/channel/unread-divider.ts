import { compareTs } from '../../../shared/timestamps.ts';

/**
 * What is shown as new. The line stands after `after`; what is later than `until` came under the person's eyes and is not
 * new. Null as long as they have not seen the end since.
 */
export interface UnreadDivider {
  readonly after: string;
  readonly until: string | null;
  /** How far the person has read, as last heard; what moves it is either one of the steps below or somebody else. */
  readonly cursor: string;
  /** The end of the list is in sight, in a window that is looked at. */
  readonly isWatched: boolean;
}

/** The channel is opened: everything after the cursor is new. */
export function openDivider(cursor: string): UnreadDivider {
  return { after: cursor, until: null, cursor, isWatched: false };
}

/** The person sees everything up to `ts`. The line stays, since it would vanish while it is being read. */
export function see(divider: UnreadDivider, ts: string): UnreadDivider {
  const cursor = later(divider.cursor, ts);
  if (divider.until !== null && divider.isWatched && divider.cursor === cursor) return divider;
  return { ...divider, until: divider.until ?? later(divider.after, ts), cursor, isWatched: true };
}

/** The end is out of sight: what comes from now on is new, unless a line stands already. */
export function scrollAway(divider: UnreadDivider): UnreadDivider {
  if (!divider.isWatched) return divider;
  return hasNew(divider) ? { ...divider, isWatched: false } : openDivider(divider.cursor);
}

/** Another window is in front: whoever comes back finds the line at what they had read. */
export function lookAway(divider: UnreadDivider): UnreadDivider {
  return openDivider(divider.cursor);
}

/** The cursor is elsewhere: something was marked as unread here, or read on another device. The line goes along. */
export function hearCursor(divider: UnreadDivider, cursor: string): UnreadDivider {
  if (cursor === divider.cursor) return divider;
  const isBack = compareTs(cursor, divider.cursor) < 0;
  return { ...divider, after: cursor, until: isBack || !divider.isWatched ? null : cursor, cursor };
}

/** The person says that they have read everything, or has sent something: nothing is new. */
export function clearDivider(divider: UnreadDivider, newest: string): UnreadDivider {
  const cursor = later(divider.cursor, newest);
  return { ...divider, after: cursor, until: divider.isWatched ? cursor : null, cursor };
}

function hasNew({ after, until }: UnreadDivider): boolean {
  return until !== null && compareTs(after, until) < 0;
}

function later(one: string, other: string): string {
  return compareTs(one, other) < 0 ? other : one;
}
