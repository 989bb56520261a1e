/** Bytes that can be read at any place: a file, an R2 object read by ranges, an array. */
export interface RandomAccess {
  /** In bytes. */
  readonly size: number;
  /** The bytes from `offset`; fewer than `length` only where the end comes first. Throws when the medium fails. */
  read(offset: number, length: number): Promise<Uint8Array<ArrayBuffer>>;
}

export function bytesAsRandomAccess(bytes: Uint8Array<ArrayBuffer>): RandomAccess {
  return { size: bytes.length, read: async (offset, length) => bytes.subarray(offset, offset + length) };
}

/**
 * The same bytes, fetched `windowSize` at a time. The entries of an export lie one after the other and most are small,
 * so reading them in order costs one fetch per window instead of one per entry. Holds one window in memory.
 */
export function readAhead(source: RandomAccess, windowSize: number): RandomAccess {
  let start = 0;
  let window = new Uint8Array(0);
  return {
    size: source.size,
    async read(offset, length) {
      const wanted = Math.max(0, Math.min(length, source.size - offset));
      if (wanted > windowSize) return source.read(offset, length);
      if (offset < start || offset + wanted > start + window.length) {
        const fetched = await source.read(offset, windowSize);
        start = offset;
        window = fetched;
        return fetched.subarray(0, wanted);
      }
      return window.subarray(offset - start, offset - start + wanted);
    },
  };
}
