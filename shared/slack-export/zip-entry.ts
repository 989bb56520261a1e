import { crc32 } from './crc32.ts';
import type { RandomAccess } from './random-access.ts';
import { localHeaderSize, type ZipEntry } from './zip.ts';
import { refuse, type Refusal } from './zip-refusal.ts';

const localHeaderSignature = 0x04034b50;
const chunkSize = 256 * 1024;

/**
 * One entry's bytes. Stops at the first byte past the declared size, so a lie costs nothing: that is a `zip_bomb`, and
 * the archive should not be read on. Other damage is `corrupt_entry`. Throws only what `source` throws. Two reads for a
 * small entry; over a network, wrap the source in `readAhead`.
 */
export async function readZipEntry(
  source: RandomAccess,
  entry: ZipEntry,
): Promise<{ ok: true; bytes: Uint8Array<ArrayBuffer> } | Refusal<'zip_bomb' | 'corrupt_entry'>> {
  const corrupt = (detail: string) => refuse('corrupt_entry', entry.name, detail);
  const header = await source.read(entry.offset, localHeaderSize);
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  if (view.byteLength < localHeaderSize || view.getUint32(0, true) !== localHeaderSignature) {
    return corrupt('The file is not where the directory of the archive says.');
  }
  const start = entry.offset + localHeaderSize + view.getUint16(26, true) + view.getUint16(28, true);
  const packed = new PackedBytes(source, start, entry.packed);
  const unpacked: ReadableStream<Uint8Array> =
    entry.method === 'stored' ? packed.stream : packed.stream.pipeThrough(new DecompressionStream('deflate-raw'));

  const bytes = new Uint8Array(entry.size);
  let length = 0;
  const reader = unpacked.getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      if (length + part.value.length > entry.size) {
        await reader.cancel();
        return refuse('zip_bomb', entry.name, `The file unpacks to more than the ${entry.size} bytes it declares.`);
      }
      bytes.set(part.value, length);
      length += part.value.length;
    }
  } catch {
    if (packed.failure) throw packed.failure.error;
    return corrupt('The packed data is damaged.');
  }
  if (length < entry.size) return corrupt(`The file has ${length} bytes of the ${entry.size} it declares.`);
  if (crc32(bytes) !== entry.crc32) return corrupt('The checksum does not match.');
  return { ok: true, bytes };
}

/** A range of the archive as a stream. Remembers why a read failed, to tell damage from a medium that failed. */
class PackedBytes {
  readonly stream: ReadableStream<Uint8Array<ArrayBuffer>>;
  failure: { error: unknown } | null = null;

  constructor(source: RandomAccess, start: number, length: number) {
    let done = 0;
    this.stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
      pull: async (controller) => {
        if (done === length) return controller.close();
        try {
          const chunk = await source.read(start + done, Math.min(chunkSize, length - done));
          // The archive shrank since it was listed; an empty chunk for ever would not end.
          if (chunk.length === 0) return controller.error(new Error('cut off'));
          done += chunk.length;
          controller.enqueue(chunk);
        } catch (error) {
          this.failure = { error };
          controller.error(error);
        }
      },
    });
  }
}
