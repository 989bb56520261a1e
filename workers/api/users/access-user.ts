import { and, eq, sql } from 'drizzle-orm';
import { users } from '../../../migrations/shard/schema.ts';
import { AppError } from '../../../shared/errors.ts';
import type { ShardDb } from '../../../migrations/shards.ts';
import type { UserRow } from '../../slack-objects/user.ts';

/** Somebody of the workspace, deactivated people too; refuses with `user_not_found`. */
export async function accessUser(db: ShardDb, workspaceId: string, userId: string): Promise<UserRow> {
  const [row] = await db
    .select()
    .from(users)
    .where(and(eq(users.workspaceId, workspaceId), eq(users.id, userId)));
  if (!row) throw new AppError('user_not_found');
  return row;
}

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
