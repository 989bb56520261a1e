/** The items that were there before in the order that they had, so that nothing moves under the reader; new ones before them. */
export function inKnownOrder<T>(items: readonly T[], keyOf: (item: T) => string, known: readonly string[]): T[] {
  const places = new Map(known.map((key, place) => [key, place]));
  const isKnown = (item: T) => places.has(keyOf(item));
  // Whatever comes with the next page stands after what is there.
  const lastKnown = items.findLastIndex(isKnown);
  const before = items.filter((item, index) => !isKnown(item) && index < lastKnown);
  const after = items.filter((item, index) => !isKnown(item) && index > lastKnown);
  const there = items.filter(isKnown).sort((a, b) => (places.get(keyOf(a)) ?? 0) - (places.get(keyOf(b)) ?? 0));
  return [...before, ...there, ...after];
}
