import { archiveKey } from '../../durable-objects/import/archive.ts';
import { importOf } from '../../durable-objects/import/stub.ts';
import { imports } from '../../migrations/shard/schema.ts';
import { newId } from '../../shared/ids.ts';
import type { ImportReport } from '../../shared/protocol/imports.ts';
import type { Person } from '../identity/sessions.ts';
import type { ShardDb } from '../../migrations/shards.ts';

/** Bytes. The bucket wants 5 MiB at least, and all parts but the last of one size. */
export const partSize = 8 * 1024 * 1024;
/** The bucket takes 10,000 parts. */
export const maxArchiveSize = 10_000 * partSize;

/**
 * Makes an import that waits for its file. The row comes last: what a crash leaves before it is listed nowhere, and its
 * object gives itself up.
 */
export async function doCreateImport(
  env: Env,
  db: ShardDb,
  { workspaceId, userId: importer }: Person,
  { name, size }: { name: string; size: number },
): Promise<ImportReport> {
  const id = newId('I');
  const { uploadId } = await env.FILES.createMultipartUpload(archiveKey(workspaceId, id));
  const { import: report } = await importOf(env, workspaceId, id).open({ name, size, partSize, importer, uploadId });
  const { status, created } = report;
  await db.insert(imports).values({ workspaceId, id, name, size, importer, status, created });
  return report;
}
