/** Does some work, now or when it is its turn, and resolves to what that gives. */
export type Turnstile = <T>(work: () => Promise<T>) => Promise<T>;

/** Lets `limit` pieces of work be under way at once; the others wait, in the order in which they came. */
export function atMost(limit: number): Turnstile {
  let free = limit;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      // A place that is handed on is not free in between.
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
