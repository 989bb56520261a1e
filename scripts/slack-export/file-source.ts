import { open } from 'node:fs/promises';
import type { RandomAccess } from '../../shared/slack-export/random-access.ts';

/** A file on disk, read where it is asked for. Close it when done. */
export async function openFileSource(path: string): Promise<RandomAccess & { close(): Promise<void> }> {
  const file = await open(path);
  const { size } = await file.stat();
  return {
    size,
    async read(offset, length) {
      const wanted = Math.max(0, Math.min(length, size - offset));
      const { buffer, bytesRead } = await file.read(new Uint8Array(wanted), 0, wanted, offset);
      return buffer.subarray(0, bytesRead);
    },
    close: () => file.close(),
  };
}
