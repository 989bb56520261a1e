import { and, eq, isNull } from 'drizzle-orm';
import { imports } from '../../migrations/shard/schema.ts';
import { archiveKey } from './archive.ts';
import type { Job } from './job.ts';
import { advance, getJobRow } from './job-row.ts';
import { listParts } from './parts.ts';
import { countAll } from './report.ts';

/** Makes the parts one file. A repeat finds it there. */
export async function assemble({ sql, bucket }: Job): Promise<void> {
  const { workspace, id, size, upload_id: uploadId } = getJobRow(sql);
  const key = archiveKey(workspace, id);
  const present = await bucket.head(key);
  if (present?.size !== size) await bucket.resumeMultipartUpload(key, uploadId).complete(listParts(sql));
  advance(sql, 'assemble', 'plan');
}

/** The end, whatever it is: the workspace's list is told, the file is deleted, and so are the notes of people's data. */
export async function close(job: Job): Promise<void> {
  const { sql, storage } = job;
  sql.exec(
    "UPDATE job SET status = CASE status WHEN 'running' THEN 'done' ELSE status END, finished = coalesce(finished, ?)",
    Math.floor(Date.now() / 1000),
  );
  await discardArchive(job);
  await copyToDirectory(job);
  storage.transactionSync(() => {
    for (const table of ['days', 'fingerprints', 'pins', 'parts']) sql.exec(`DELETE FROM ${table}`);
    sql.exec('UPDATE users SET plan = NULL');
    sql.exec('UPDATE channels SET plan = NULL');
    advance(sql, 'close', 'over');
  });
}

async function discardArchive({ sql, bucket }: Job): Promise<void> {
  const { workspace, id, upload_id: uploadId } = getJobRow(sql);
  const key = archiveKey(workspace, id);
  // An upload that was completed cannot be aborted, and one that is forgotten is dropped by the bucket after a week.
  await bucket
    .resumeMultipartUpload(key, uploadId)
    .abort()
    .catch(() => undefined);
  await bucket.delete(key);
}

/** Brings the workspace's list of imports up to how things stand. What it says of an import that is over stays. */
export async function copyToDirectory({ db, sql }: Pick<Job, 'db' | 'sql'>): Promise<void> {
  const row = getJobRow(sql);
  await db
    .update(imports)
    .set({
      status: row.status,
      finished: row.finished,
      error: row.error,
      errorDetail: row.error_detail,
      counts: countAll(sql),
    })
    .where(and(eq(imports.workspaceId, row.workspace), eq(imports.id, row.id), isNull(imports.finished)));
}
