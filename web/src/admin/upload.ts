import { isPassing } from '../../../client/api/api-error.ts';
import type { ImportsApi } from './imports-api.ts';

interface Upload {
  id: string;
  file: Blob;
  partSize: number;
  signal: AbortSignal;
  /** Bytes of the file that are there. */
  onProgress: (sent: number) => void;
  /** Waits before another attempt; milliseconds. */
  wait: (delay: number) => Promise<void>;
}

const attempts = 5;

/** Sends a file in parts, one after the other; a part that does not get through is sent again. */
export async function uploadInParts(api: Pick<ImportsApi, 'upload'>, upload: Upload): Promise<void> {
  const { id, file, partSize, signal, onProgress, wait } = upload;
  const count = Math.max(1, Math.ceil(file.size / partSize));
  for (let part = 1; part <= count; part++) {
    const from = (part - 1) * partSize;
    const bytes = file.slice(from, from + partSize);
    for (let attempt = 1; ; attempt++) {
      try {
        await api.upload(id, part, bytes, (sent) => onProgress(from + sent), signal);
        break;
      } catch (error) {
        if (signal.aborted || !isPassing(error) || attempt === attempts) throw error;
        await wait(500 * 2 ** attempt);
      }
    }
    onProgress(Math.min(from + partSize, file.size));
  }
}
