import { and, eq, sql } from 'drizzle-orm';
import { users } from './shard/schema.ts';
import type { ShardDb } from './shards.ts';

/** Which of these ids are those of people who can use the workspace now. */
export async function findActivePeople(
  db: ShardDb,
  workspaceId: string,
  userIds: readonly string[],
): Promise<Set<string>> {
  const rows = await db
    .select({ id: users.id })
    .from(users)
    .where(
      and(
        eq(users.workspaceId, workspaceId),
        // As one JSON text: a statement takes at most a hundred parameters.
        sql`${users.id} IN (SELECT value FROM json_each(${JSON.stringify(userIds)}))`,
        eq(users.deactivated, false),
      ),
    );
  return new Set(rows.map(({ id }) => id));
}
