import type { RandomAccess } from './random-access.ts';

/**
 * What zip.js reads the central directory through. Remembers why a read failed, since a medium that fails is to be tried
 * again and a broken archive is not.
 */
export class DirectoryReader {
  readonly size: number;
  failure: { error: unknown } | null = null;
  tooLarge = false;
  readonly #source: RandomAccess;
  readonly #maxLength: number;

  constructor(source: RandomAccess, maxLength: number) {
    this.size = source.size;
    this.#source = source;
    this.#maxLength = maxLength;
  }

  /** Part of zip.js's type of a reader; it does not use it when `readUint8Array` is there. */
  get readable(): ReadableStream {
    return new ReadableStream();
  }

  async readUint8Array(offset: number, length: number): Promise<Uint8Array> {
    // A directory that claims to be larger than the archive would be read up to the archive's end.
    const wanted = Math.min(length, this.size - offset);
    this.tooLarge = wanted > this.#maxLength;
    if (this.tooLarge) throw new Error('directory too large');
    try {
      return await this.#source.read(offset, length);
    } catch (error) {
      this.failure = { error };
      throw error;
    }
  }
}
