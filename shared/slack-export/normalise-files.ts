import { FileMetadata } from '../message.ts';
import type { Fields } from './fields.ts';
import type { Report } from './problems.ts';

/** Subtypes that are about a file, in the old format. */
const fileSubtypes = new Set(['file_share', 'file_comment', 'file_mention']);

/** A message's `files`: today's list, or the one `file` of the old format. Undefined where it has none. */
export function normaliseFiles({ file, files, subtype }: Fields, report: Report): FileMetadata[] | undefined {
  const list = Array.isArray(files) ? files : [files ?? file].filter((entry) => entry !== undefined && entry !== null);
  const kept: FileMetadata[] = [];
  for (const raw of list) {
    const parsed = FileMetadata.safeParse(raw);
    if (parsed.success) kept.push(parsed.data);
    else report('bad_file', 'A file has no id, or is not of a known form.');
  }
  if (list.length === 0 && typeof subtype === 'string' && fileSubtypes.has(subtype)) {
    report('missing_attachment', 'The message is about a file that the export does not describe.');
  }
  return kept.length > 0 ? kept : undefined;
}
