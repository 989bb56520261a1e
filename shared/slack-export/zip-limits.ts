/** What an archive may cost us. Sizes in bytes of unpacked data; only entries that can be JSON count. */
export interface ZipLimits {
  /** An entry is unpacked into memory at once, so this bounds what one step of an import holds. */
  maxEntrySize: number;
  /** Unpacked over packed, asked of entries larger than `ratioFreeSize`. */
  maxRatio: number;
  ratioFreeSize: number;
  maxEntries: number;
  /** The central directory is read at once. */
  maxDirectorySize: number;
  maxTotalSize: number;
}

const megabyte = 1024 * 1024;

/**
 * Room for the largest exports known to us within an object's 128 MB of memory. Deflate cannot do better than 1032 to
 * one; exports, repetitive as they are, come to 5 to 30.
 */
export const defaultZipLimits: ZipLimits = {
  maxEntrySize: 32 * megabyte,
  maxRatio: 150,
  ratioFreeSize: megabyte,
  maxEntries: 200_000,
  maxDirectorySize: 32 * megabyte,
  maxTotalSize: 16 * 1024 * megabyte,
};
