import type { MessageRow } from './message-rows.ts';

/** Characters of text in one answer: it has to fit between objects, which takes 32 MiB. */
export const maxPageLength = 4_000_000;

/** What a row's message is to an answer, in characters. */
export function lengthOf(row: Pick<MessageRow, 'text' | 'extra'>): number {
  return row.text.length + (row.extra?.length ?? 0);
}

/**
 * The first of these, at most `limit`, that together fit into an answer; the first one always does. `hasMore` says whether
 * anything was left off.
 */
export function fillPage<Item>(
  items: Iterable<Item>,
  lengthOfItem: (item: Item) => number,
  limit = Number.POSITIVE_INFINITY,
): { taken: Item[]; hasMore: boolean } {
  const taken: Item[] = [];
  let length = 0;
  for (const item of items) {
    length += lengthOfItem(item);
    if (taken.length === limit || (taken.length > 0 && length > maxPageLength)) return { taken, hasMore: true };
    taken.push(item);
  }
  return { taken, hasMore: false };
}
