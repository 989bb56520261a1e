import { countAfter, type ListedMessage, type Row } from './rows.ts';

/** What is unread above what is on screen. */
export interface UnreadAbove {
  count: number;
  /** There are more than the list has. */
  isMore: boolean;
  /** The first unread message; null when the list begins after it. */
  firstTs: string | null;
}

interface Listing {
  rows: readonly Row[];
  listed: readonly ListedMessage[];
  hasOlder: boolean;
  unreadAfter: string | null;
  unreadUntil: string | null;
  self: string;
  /** The index of the row at the upper edge of what is on screen. */
  top: number;
}

/** Null when everything that is unread is on screen or below. */
export function findUnreadAbove(listing: Listing): UnreadAbove | null {
  const { rows, listed, hasOlder, unreadAfter, unreadUntil, self, top } = listing;
  if (unreadAfter === null) return null;
  const index = rows.findIndex((row) => row.kind === 'new' || (row.kind === 'day' && row.startsNew));
  if (index >= top) return null;
  const count = countAfter(listed, unreadAfter, self, unreadUntil);
  if (count === 0) return null;
  if (index < 0) return hasOlder ? { count, isMore: true, firstTs: null } : null;
  const first = rows.slice(index).find((row) => row.kind === 'message');
  return first ? { count, isMore: false, firstTs: first.listed.message.ts } : null;
}
