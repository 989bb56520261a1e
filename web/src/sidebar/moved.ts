/** The list with one of it moved up or down by one; null when there is no room. */
export function movedBy<T>(list: readonly T[], item: T, step: 1 | -1): T[] | null {
  const from = list.indexOf(item);
  const to = from + step;
  if (from < 0 || to < 0 || to >= list.length) return null;
  const rest = list.toSpliced(from, 1);
  rest.splice(to, 0, item);
  return rest;
}
