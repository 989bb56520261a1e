/** JSON with keys in order, maps as lists: two values are equal exactly if these texts are, byte for byte. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) => {
    if (each instanceof Map) return [...each].sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
    if (each === null || typeof each !== 'object' || Array.isArray(each)) return each;
    return Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

/** The first place where two lists differ, in words; null when they are equal. */
export function difference(name: string, mine: readonly unknown[], fresh: readonly unknown[]): string | null {
  const length = Math.max(mine.length, fresh.length);
  for (let i = 0; i < length; i += 1) {
    const [a, b] = [canonical(mine[i] ?? null), canonical(fresh[i] ?? null)];
    if (a !== b)
      return `${name}, number ${i} of ${mine.length} and ${fresh.length}: has ${a}; a fresh fetch gives ${b}`;
  }
  return null;
}
