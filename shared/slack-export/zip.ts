import { ZipReader, type Entry } from '@zip.js/zip.js/lib/zip-core-reader.js';
import { z } from 'zod';
import type { RandomAccess } from './random-access.ts';
import { DirectoryReader } from './zip-directory-reader.ts';
import type { ZipLimits } from './zip-limits.ts';
import { isLitter, isUnsafe, plainName } from './zip-names.ts';
import { refuse, type EntryError, type Refusal } from './zip-refusal.ts';

/**
 * Where one entry's bytes are. Plain data, so that an import can store it and, after a restart, go on reading without
 * the central directory.
 */
export const ZipEntry = z.object({
  /** Folders separated by `/`, whatever the archive uses. */
  name: z.string(),
  /** Of the local header, from the start of the archive. */
  offset: z.number(),
  /** Packed size in bytes. */
  packed: z.number(),
  /** Unpacked size in bytes, as declared; reading fails rather than exceed it. */
  size: z.number(),
  method: z.enum(['stored', 'deflated']),
  crc32: z.number(),
});
export type ZipEntry = z.infer<typeof ZipEntry>;

export interface ZipListing {
  ok: true;
  /** The JSON files, in the order of the archive's directory. */
  entries: ZipEntry[];
  /** JSON files that will not be read, and names that no archive should contain. */
  refused: Refusal<EntryError>[];
  /** How many files were passed over because they are not JSON. */
  otherFiles: number;
}

/** Bytes before an entry's name and data (PKWARE APPNOTE 4.3.7). */
export const localHeaderSize = 30;

/**
 * Lists the JSON files of a zip archive without unpacking any. Everything that its directory declares is held against
 * `limits` here, and `readZipEntry` holds the bytes against the directory: so the sum that was allowed stays the sum.
 * Throws only what `source` throws.
 */
export async function listZip(
  source: RandomAccess,
  limits: ZipLimits,
): Promise<ZipListing | Refusal<'not_a_zip' | 'zip_bomb'>> {
  const reader = new DirectoryReader(source, limits.maxDirectorySize);
  const listing: ZipListing = { ok: true, entries: [], refused: [], otherFiles: 0 };
  const names = new Set<string>();
  let count = 0;
  let total = 0;
  try {
    // Names are judged below, where the refusal can say which one it was.
    for await (const entry of new ZipReader(reader).getEntriesGenerator({ filenameValidation: 'tolerant' })) {
      if (++count > limits.maxEntries) {
        return refuse('zip_bomb', null, `The archive has more than ${limits.maxEntries} entries.`);
      }
      const rawName = entry.filename.replaceAll('\\', '/');
      if (entry.directory || isLitter(rawName)) continue;
      if (isUnsafe(rawName)) {
        listing.refused.push(refuse('unsafe_name', rawName, 'The name leads out of the archive.'));
        continue;
      }
      const name = plainName(rawName);
      const isJson = name.toLowerCase().endsWith('.json');
      const fault = isJson ? getFault(entry, name, names, limits) : null;
      if (fault) listing.refused.push(fault);
      if (!isJson) listing.otherFiles++;
      if (fault || !isJson) continue;
      names.add(name);
      total += entry.uncompressedSize;
      const bomb = getBomb(entry, name, total, limits);
      if (bomb) return bomb;
      listing.entries.push(placeOf(entry, name));
    }
  } catch (error) {
    if (reader.failure) throw reader.failure.error;
    if (reader.tooLarge) return refuse('zip_bomb', null, 'The directory of the archive is too large.');
    const reason = error instanceof Error ? error.message : String(error);
    return refuse('not_a_zip', null, `The file is not a zip archive, or it is cut off (${reason}).`);
  }
  return checkExtents(listing.entries, source.size) ?? listing;
}

function getFault(
  entry: Entry,
  name: string,
  names: ReadonlySet<string>,
  limits: ZipLimits,
): Refusal<EntryError> | null {
  if (entry.encrypted) return refuse('encrypted_entry', name, 'The file is encrypted.');
  if (names.has(name)) return refuse('duplicate_name', name, 'The archive has this file twice; the first was read.');
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) {
    return refuse('unsupported_compression', name, `Compression method ${entry.compressionMethod} is not supported.`);
  }
  if (entry.uncompressedSize > limits.maxEntrySize) {
    return refuse('entry_too_large', name, `The file is larger than ${limits.maxEntrySize} bytes.`);
  }
  return null;
}

function getBomb(entry: Entry, name: string, total: number, limits: ZipLimits): Refusal<'zip_bomb'> | null {
  const { uncompressedSize: size, compressedSize: packed } = entry;
  if (size > limits.ratioFreeSize && size > packed * limits.maxRatio) {
    return refuse('zip_bomb', name, `The file unpacks to ${size} bytes from ${packed}.`);
  }
  if (total > limits.maxTotalSize) {
    return refuse('zip_bomb', name, `The archive unpacks to more than ${limits.maxTotalSize} bytes.`);
  }
  return null;
}

function placeOf(entry: Entry, name: string): ZipEntry {
  return {
    name,
    offset: entry.offset,
    packed: entry.compressedSize,
    size: entry.uncompressedSize,
    method: entry.compressionMethod === 0 ? 'stored' : 'deflated',
    // Absent only from encrypted entries, which were refused.
    crc32: entry.crc32 ?? 0,
  };
}

/** Entries that share bytes are how a small archive unpacks to petabytes (D. Fifield, "A better zip bomb", 2019). */
function checkExtents(entries: readonly ZipEntry[], archiveSize: number): Refusal<'not_a_zip' | 'zip_bomb'> | null {
  let end = 0;
  let previous = '';
  for (const entry of entries.toSorted((a, b) => a.offset - b.offset)) {
    if (entry.offset < end) return refuse('zip_bomb', entry.name, `The file shares its bytes with ${previous}.`);
    end = entry.offset + localHeaderSize + entry.packed;
    previous = entry.name;
    if (end > archiveSize) return refuse('not_a_zip', entry.name, 'The archive ends before this file does.');
  }
  return null;
}
