import { and, eq } from 'drizzle-orm';
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
