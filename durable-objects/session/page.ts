/** A stretch of a list. `after` is the `next` of the page before; null for the first. */
export type PageRequest = { after: string | null; limit: number };

/** `next`: where the following page begins, in ASCII; null when this is the last. */
export type Listed<Entry> = { entries: Entry[]; next: string | null };

/** Where a row stands in its list: the numbers by which the list is ordered, largest first. */
type Place = readonly number[];

/** The numbers in a place; refuses none, because a made-up one is only a place where nothing is. */
export function readPlace(after: string | null): Place | null {
  return after === null ? null : after.split('.').map(Number);
}

/** The page in rows of which one more than `limit` was read. */
export function toPage<Row, Entry>(
  rows: readonly Row[],
  limit: number,
  placeOf: (row: Row) => Place,
  toEntry: (row: Row) => Entry,
): Listed<Entry> {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { entries: page.map(toEntry), next: last && rows.length > limit ? placeOf(last).join('.') : null };
}
