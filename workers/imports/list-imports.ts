import { and, desc, eq, lt, or } from 'drizzle-orm';
import { imports } from '../../migrations/shard/schema.ts';
import type { ImportSummary } from '../../shared/protocol/imports.ts';
import type { Person } from '../identity/sessions.ts';
import type { ShardDb } from '../../migrations/shards.ts';

type Place = { created: number; id: string };

/** The person's own imports, the newest first, after `after`. One more than asked for says: there is more. */
export async function listImports(
  db: ShardDb,
  { workspaceId, userId }: Person,
  after: Place | null,
  limit: number,
): Promise<ImportSummary[]> {
  const { created, id } = imports;
  const rows = await db
    .select()
    .from(imports)
    .where(
      and(
        eq(imports.workspaceId, workspaceId),
        eq(imports.importer, userId),
        after ? or(lt(created, after.created), and(eq(created, after.created), lt(id, after.id))) : undefined,
      ),
    )
    .orderBy(desc(created), desc(id))
    .limit(limit + 1);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    size: row.size,
    status: row.status,
    created: row.created,
    finished: row.finished,
    error: row.error,
    error_detail: row.errorDetail,
  }));
}
