/** How long another object may take to answer. Milliseconds. */
const patience = 10_000;

/** What the call answers; rejects when it takes too long. It may have done its work all the same. */
export async function inTime<T>(call: Promise<T>): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error('no answer in time')), patience);
  try {
    return await Promise.race([call, late]);
  } finally {
    clearTimeout(timer);
  }
}
