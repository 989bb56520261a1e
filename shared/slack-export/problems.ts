import type { EntryError } from './zip-refusal.ts';

/**
 * What an import could not take as it was, and what that means. `lost`: not in the workspace afterwards. `changed`: there,
 * but not exactly as the export had it. `note`: there as it was; a person may want to know.
 */
export const problemCodes = {
  // Files
  encrypted_entry: 'lost',
  unsafe_name: 'lost',
  duplicate_name: 'lost',
  entry_too_large: 'lost',
  unsupported_compression: 'lost',
  corrupt_entry: 'lost',
  broken_json: 'lost',
  not_a_list: 'lost',
  missing_file: 'lost',
  file_not_imported: 'note',
  bad_utf8: 'changed',
  more_problems: 'lost',
  // Users and channels
  bad_user: 'lost',
  duplicate_user: 'lost',
  bad_channel: 'lost',
  duplicate_channel: 'lost',
  unlisted_channel: 'changed',
  shared_folder: 'changed',
  channel_without_messages: 'note',
  bad_pin: 'lost',
  // Messages
  not_an_object: 'lost',
  too_deep: 'lost',
  too_large: 'lost',
  bad_ts: 'lost',
  future_ts: 'lost',
  not_a_message: 'lost',
  log_record: 'lost',
  invalid_message: 'lost',
  conflicting_duplicate: 'lost',
  bad_field: 'changed',
  bad_file: 'changed',
  missing_attachment: 'note',
  no_sender: 'changed',
  unknown_user: 'changed',
  missing_root: 'note',
} as const satisfies Record<string, 'lost' | 'changed' | 'note'> & Record<EntryError, 'lost'>;

export type ProblemCode = keyof typeof problemCodes;

export interface Problem {
  code: ProblemCode;
  /** The file of the export. */
  where: string;
  /** The message, as the file names it. */
  ts?: string;
  /** A sentence for the person who imports. Quotes the export, so it is text, never markup. */
  detail: string;
}

/** Takes what has to be said of one message. */
export type Report = (code: ProblemCode, detail: string) => void;

const maxQuoted = 100;

/** A value of the export for use in a problem's detail: as JSON, cut short. */
export function quote(value: unknown): string {
  const text = typeof value === 'object' && value !== null ? typeof value : (JSON.stringify(value) ?? 'nothing');
  return text.length > maxQuoted ? `${text.slice(0, maxQuoted)}…` : text;
}
