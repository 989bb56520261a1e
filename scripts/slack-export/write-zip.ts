import { crc32, deflateRawSync } from 'node:zlib';

/** A file for the archive. The optional fields let a test write what no archiver would. */
export interface ZipFile {
  name: string;
  data: Uint8Array | string;
  /** General purpose bits, instead of "names are UTF-8". */
  flags?: number;
  /** Unpacked size to declare, instead of the true one. */
  declaredSize?: number;
  /** Checksum to declare, instead of the true one. */
  declaredCrc?: number;
  /** Write no data of its own: point to the data of the file at this index, which has to come earlier. */
  sharesDataOf?: number;
  stored?: boolean;
}

const utf8Names = 0x0800;

/** A zip archive of the files, in their order (PKWARE APPNOTE 4.3; no zip64). */
export function writeZip(files: readonly ZipFile[]): Uint8Array<ArrayBuffer> {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (const file of files) {
    const name = Buffer.from(file.name);
    const data = typeof file.data === 'string' ? Buffer.from(file.data) : file.data;
    const packed = file.stored ? data : deflateRawSync(data);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(file.flags ?? utf8Names, 2);
    facts.writeUInt16LE(file.stored ? 0 : 8, 4);
    facts.writeUInt16LE(0x21, 8); // 1980-01-01, the first day of a zip's calendar
    facts.writeUInt32LE(file.declaredCrc ?? crc32(data), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(file.declaredSize ?? data.length, 18);
    facts.writeUInt16LE(name.length, 22);

    const place = file.sharesDataOf === undefined ? offset : (offsets[file.sharesDataOf] ?? 0);
    offsets.push(place);
    if (file.sharesDataOf === undefined) {
      parts.push(Buffer.from('PK\x03\x04'), facts, name, Buffer.from(packed));
      offset += 30 + name.length + packed.length;
    }
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(place, 10);
    directory.push(Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), facts, rest, name);
  }
  const records = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(records.length, 8);
  end.writeUInt32LE(offset, 12);
  return new Uint8Array(Buffer.concat([...parts, records, Buffer.from('PK\x05\x06'), end]));
}
