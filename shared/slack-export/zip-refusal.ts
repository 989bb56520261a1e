/** Refusals of the whole archive; the names are those of `shared/errors.ts`. */
export type ArchiveError = 'not_a_zip' | 'zip_bomb' | 'not_an_export';

/** Refusals of one entry: it is left out, the others go on. */
export type EntryError =
  | 'encrypted_entry'
  | 'unsafe_name'
  | 'duplicate_name'
  | 'entry_too_large'
  | 'unsupported_compression'
  | 'corrupt_entry';

export interface Refusal<Code extends string> {
  ok: false;
  error: Code;
  /** The name of the entry that is at fault; null when it is the archive. */
  entry: string | null;
  /** A sentence for the person who imports. */
  detail: string;
}

export function refuse<Code extends string>(error: Code, entry: string | null, detail: string): Refusal<Code> {
  return { ok: false, error, entry, detail };
}
