import { writeZip, type ZipFile } from './write-zip.ts';

/** Zips that an importer must refuse, whole or in part, made from the files of a good one. */

export function truncatedZip(zip: Uint8Array<ArrayBuffer>, bytes: number): Uint8Array<ArrayBuffer> {
  return zip.slice(0, bytes);
}

/** One more day in #general that is nothing but spaces, which deflate packs a thousand to one. */
export function zipBomb(files: readonly ZipFile[], unpackedSize: number): Uint8Array<ArrayBuffer> {
  return writeZip([...files, bombFile(unpackedSize)]);
}

/** The same bomb, declared as small. */
export function lyingZipBomb(
  files: readonly ZipFile[],
  unpackedSize: number,
  declaredSize: number,
): Uint8Array<ArrayBuffer> {
  return writeZip([...files, { ...bombFile(unpackedSize), declaredSize }]);
}

/** Many names for the same packed bytes. */
export function overlappingZip(files: readonly ZipFile[], copies: number): Uint8Array<ArrayBuffer> {
  const copy = (index: number) => ({ name: `general/${2000 + index}-01-01.json`, data: '[]', sharesDataOf: 0 });
  return writeZip([...files, ...Array.from({ length: copies }, (_, index) => copy(index))]);
}

/** One more file, of a name of choice. */
export function zipWithFile(files: readonly ZipFile[], name: string): Uint8Array<ArrayBuffer> {
  return writeZip([...files, { name, data: '[]' }]);
}

/** The file of this name with the flag that says "encrypted". */
export function encryptedZip(files: readonly ZipFile[], name: string): Uint8Array<ArrayBuffer> {
  return writeZip(files.map((file) => (file.name === name ? { ...file, flags: 0x0801 } : file)));
}

/** The file of this name with a wrong checksum. */
export function damagedZip(files: readonly ZipFile[], name: string): Uint8Array<ArrayBuffer> {
  return writeZip(files.map((file) => (file.name === name ? { ...file, declaredCrc: 1 } : file)));
}

export function zipWithout(files: readonly ZipFile[], name: string): Uint8Array<ArrayBuffer> {
  return writeZip(files.filter((file) => file.name !== name));
}

function bombFile(size: number): ZipFile {
  return { name: 'general/2030-01-01.json', data: `[${' '.repeat(size - 2)}]` };
}
