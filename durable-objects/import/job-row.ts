import type { ErrorCode } from '../../shared/errors.ts';
import type { ImportPhase, ImportStatus } from '../../shared/protocol/imports.ts';
import type { ImportSpec } from './import-rpc.ts';

export type JobRow = {
  workspace: string;
  id: string;
  name: string;
  size: number;
  part_size: number;
  importer: string;
  upload_id: string;
  created: number;
  finished: number | null;
  status: ImportStatus;
  phase: ImportPhase;
  attempts: number;
  failures: number;
  error: string | null;
  error_detail: string | null;
  unnamed: number;
};

/** `created` in seconds. An import that exists is left as it is. */
export function createJobRow(
  sql: SqlStorage,
  { workspaceId, id }: { workspaceId: string; id: string },
  spec: ImportSpec,
  created: number,
): void {
  sql.exec(
    `INSERT OR IGNORE INTO job (one, workspace, id, name, size, part_size, importer, upload_id, created, status, phase)
     VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, 'uploading', 'upload')`,
    workspaceId,
    id,
    spec.name,
    spec.size,
    spec.partSize,
    spec.importer,
    spec.uploadId,
    created,
  );
}

export function getJobRow(sql: SqlStorage): JobRow {
  return sql.exec<JobRow>('SELECT * FROM job').one();
}

/** The file is there: the work begins. False when it had begun, or the import is over. */
export function beginJob(sql: SqlStorage): boolean {
  return sql.exec("UPDATE job SET status = 'running', phase = 'assemble' WHERE status = 'uploading'").rowsWritten > 0;
}

/** Goes on to the next phase, unless the import was stopped in the meantime. */
export function advance(sql: SqlStorage, from: ImportPhase, to: ImportPhase): void {
  sql.exec('UPDATE job SET phase = ? WHERE phase = ?', to, from);
}

/** Stops the work for good; what is left is to put things in order. False when it was over, or nearly. */
export function stopJob(
  sql: SqlStorage,
  status: 'failed' | 'cancelled',
  reason: { error: ErrorCode; detail: string } | null = null,
): boolean {
  return (
    sql.exec(
      "UPDATE job SET status = ?, phase = 'close', error = ?, error_detail = ? WHERE status IN ('uploading', 'running')",
      status,
      reason?.error ?? null,
      reason?.detail ?? null,
    ).rowsWritten > 0
  );
}
