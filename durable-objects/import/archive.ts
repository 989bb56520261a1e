import { readAhead, type RandomAccess } from '../../shared/slack-export/random-access.ts';

/** Day files are small and lie together, so a window of this many bytes serves many of them. */
const windowSize = 4 * 1024 * 1024;

/** Where an import's zip is in the bucket. */
export function archiveKey(workspaceId: string, importId: string): string {
  return `${workspaceId}/imports/${importId}.zip`;
}

/** The zip in the bucket, read by ranges. A read throws when the bucket fails, or the zip is gone. */
export function openArchive(bucket: R2Bucket, key: string, size: number): RandomAccess {
  const inBucket: RandomAccess = {
    size,
    async read(offset, length) {
      const wanted = Math.max(0, Math.min(length, size - offset));
      if (wanted === 0) return new Uint8Array();
      const object = await bucket.get(key, { range: { offset, length: wanted } });
      if (!object) throw new Error('the archive is gone');
      return new Uint8Array(await object.arrayBuffer());
    },
  };
  return readAhead(inBucket, windowSize);
}
