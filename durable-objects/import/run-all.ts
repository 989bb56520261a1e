import type { BatchItem } from 'drizzle-orm/batch';
import type { DirectoryDb, ShardDb } from '../../migrations/shards.ts';

/** Runs the statements as one transaction and one call; none is no call. */
export async function runAll(db: ShardDb | DirectoryDb, statements: readonly BatchItem<'sqlite'>[]): Promise<void> {
  const [first, ...rest] = statements;
  if (first) await db.batch([first, ...rest]);
}
