import { AppError } from '../../shared/errors.ts';

/** Bytes of an emoji's image. */
const maxImageBytes = 128 * 1024;

const types = new Map([
  ['png', 'image/png'],
  ['gif', 'image/gif'],
  ['jpg', 'image/jpeg'],
  ['webp', 'image/webp'],
]);

/**
 * The extension for the kind of image that the bytes are, by how they begin: what a file is called, or said to be, is no proof. Refuses with
 * `error_bad_format` or `error_too_big`.
 */
export function checkImage(bytes: Uint8Array): string {
  if (bytes.byteLength > maxImageBytes) throw new AppError('error_too_big');
  const begins = (text: string, at = 0) => [...text].every((sign, i) => bytes[at + i] === sign.charCodeAt(0));
  if (begins('\x89PNG\r\n\x1a\n')) return 'png';
  if (begins('GIF87a') || begins('GIF89a')) return 'gif';
  if (begins('\xff\xd8\xff')) return 'jpg';
  if (begins('RIFF') && begins('WEBP', 8)) return 'webp';
  throw new AppError('error_bad_format');
}

/** The media type of an image that was stored under this name; null for no such name. */
export function typeOfImage(name: string): string | null {
  return types.get(name.slice(name.lastIndexOf('.') + 1)) ?? null;
}

/** Where the bucket has it. `image` is the row's. */
export function imageKey(workspaceId: string, image: string): string {
  return `emoji/${workspaceId}/${image}`;
}
