import { AppError } from '../../shared/errors.ts';

/**
 * Cursors say where the next page begins. They are opaque to callers, and checked: one that was cut off, altered or given
 * out by another kind of list is refused rather than read as some other place. They are no secret and grant nothing.
 */
export type Cursor<Kind extends string> = { kind: Kind; place: string };

/** `place` in ASCII. */
export function encodeCursor(kind: string, place: string): string {
  const text = `${kind}:${place}`;
  return btoa(`${checksum(text)}:${text}`)
    .replaceAll('+', '-')
    .replaceAll('/', '_');
}

/** Null for the first page; refuses with `invalid_cursor`. */
export function decodeCursor<Kind extends string>(cursor: string, ...kinds: Kind[]): Cursor<Kind> | null {
  if (cursor === '') return null;
  const [, found, place] = /^[0-9a-f]{8}:(\w+):(.+)$/.exec(decode(cursor)) ?? [];
  const kind = kinds.find((known) => known === found);
  if (kind === undefined || place === undefined || encodeCursor(kind, place) !== cursor) {
    throw new AppError('invalid_cursor');
  }
  return { kind, place };
}

/** What Slack's answers say of the next page; an empty cursor says that this was the last one. */
export function nextPage(cursor: string | null): { response_metadata: { next_cursor: string } } {
  return { response_metadata: { next_cursor: cursor ?? '' } };
}

function decode(cursor: string): string {
  try {
    return atob(cursor.replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    return '';
  }
}

/** FNV-1a, 32 bits (http://www.isthe.com/chongo/tech/comp/fnv). */
function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
