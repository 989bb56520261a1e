import { crc32 } from '../../../shared/slack-export/crc32.ts';

/** A zip of these files, not packed; what is not bytes becomes JSON. PKWARE APPNOTE 4.3. */
export function zipOf(files: Record<string, unknown>): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [path, content] of Object.entries(files)) {
    const name = new TextEncoder().encode(path);
    const data = content instanceof Uint8Array ? content : new TextEncoder().encode(JSON.stringify(content));
    // Version 2.0, names in UTF-8, stored, 1980-01-01.
    const facts = [
      ...u16(20, 0x0800, 0, 0, 0x21),
      ...u32(crc32(data), data.length, data.length),
      ...u16(name.length, 0),
    ];
    parts.push(new Uint8Array([...u32(0x04034b50), ...facts]), name, data);
    directory.push(
      new Uint8Array([...u32(0x02014b50), ...u16(20), ...facts, ...u16(0, 0, 0), ...u32(0, offset)]),
      name,
    );
    offset += 30 + name.length + data.length;
  }
  const directorySize = directory.reduce((sum, part) => sum + part.length, 0);
  const count = directory.length / 2;
  const end = [...u32(0x06054b50), ...u16(0, 0, count, count), ...u32(directorySize, offset), ...u16(0)];
  return join([...parts, ...directory, new Uint8Array(end)]);
}

function join(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

function u16(...values: number[]): number[] {
  return values.flatMap((value) => [value & 255, value >>> 8]);
}

function u32(...values: number[]): number[] {
  return values.flatMap((value) => [value & 255, (value >>> 8) & 255, (value >>> 16) & 255, value >>> 24]);
}
