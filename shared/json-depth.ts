/**
 * Whether objects and arrays lie in one another more than `limit` deep; the value itself is the first level. Looks without
 * recursion, since what it guards against is a stack that overflows.
 */
export function isDeeperThan(value: unknown, limit: number): boolean {
  let level = [value].filter(isNesting);
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > limit) return true;
    level = level.flatMap((item) => Object.values(item).filter(isNesting));
  }
  return false;
}

function isNesting(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
