import type { Outcome } from '../../shared/errors.ts';
import type { ImportReport } from '../../shared/protocol/imports.ts';

export type ImportSpec = {
  name: string;
  /** Bytes. */
  size: number;
  partSize: number;
  importer: string;
  /** Of R2's multipart upload to `archiveKey`. */
  uploadId: string;
};

/** Which of the report's long lists are wanted; `after` is the last problem of the page before. */
export type ReportPage = { lists: boolean; after: number; limit: number };

export type Reported = { import: ImportReport; next: number | null };

/**
 * What an import can be asked. Every call but the first names who asks; to anybody but the person who imports, it does
 * not exist (`import_not_found`).
 */
export type ImportRpc = {
  /** Makes the import, which waits for its file. */
  open(spec: ImportSpec): Promise<Reported>;
  /** Where part `number` goes, and its length in bytes; refuses with `upload_over` or, out of range, `invalid_arguments`. */
  expectPart(userId: string, number: number): Promise<Outcome<{ uploadId: string; length: number }>>;
  /** The part is there, and has this `etag`; the last one of a number counts. */
  keepPart(userId: string, number: number, etag: string): Promise<Outcome<object>>;
  /** Begins the work; refuses with `upload_incomplete`. An import that was begun is left as it is. */
  start(userId: string): Promise<Outcome<Reported>>;
  report(userId: string, page: ReportPage): Promise<Outcome<Reported>>;
  /** Stops after the step that is under way. What was imported stays; an import that is over is left as it is. */
  cancel(userId: string): Promise<Outcome<Reported>>;
};
