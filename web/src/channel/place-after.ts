/** Where a key leads from one place in a list; null for a key that leads nowhere. */
export function placeAfter(key: string, place: number, length: number): number | null {
  if (length === 0) return null;
  if (key === 'ArrowUp') return Math.max(0, place - 1);
  if (key === 'ArrowDown') return Math.min(length - 1, place + 1);
  if (key === 'PageUp') return Math.max(0, place - 10);
  if (key === 'PageDown') return Math.min(length - 1, place + 10);
  if (key === 'Home') return 0;
  return key === 'End' ? length - 1 : null;
}
