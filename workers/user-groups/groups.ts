import { and, asc, eq, sql } from 'drizzle-orm';
import { userGroupMembers, userGroups, users } from '../../migrations/shard/schema.ts';
import type { ShardDb } from '../../migrations/shards.ts';
import { isUniqueViolation } from '../../migrations/unique-violation.ts';
import { AppError } from '../../shared/errors.ts';
import type { GroupRow } from './group-object.ts';

/** The group; refuses with `no_such_subteam`. */
export async function accessGroup(db: ShardDb, workspaceId: string, id: string): Promise<GroupRow> {
  const [row] = await db
    .select()
    .from(userGroups)
    .where(and(eq(userGroups.workspaceId, workspaceId), eq(userGroups.id, id)));
  if (!row) throw new AppError('no_such_subteam');
  return row;
}

/** A handle calls one thing: no person and no other group has it. */
export async function checkHandle(db: ShardDb, workspaceId: string, handle: string): Promise<void> {
  const [taken] = await db
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.workspaceId, workspaceId), eq(users.name, handle)));
  if (taken) throw new AppError('handle_already_exists');
}

export async function listGroups(db: ShardDb, workspaceId: string): Promise<GroupRow[]> {
  return db.select().from(userGroups).where(eq(userGroups.workspaceId, workspaceId)).orderBy(asc(userGroups.handle));
}

/** Who is in each of the workspace's groups, by the group's id. */
export async function membersByGroup(db: ShardDb, workspaceId: string): Promise<Map<string, string[]>> {
  const rows = await db
    .select({ groupId: userGroupMembers.groupId, userId: userGroupMembers.userId })
    .from(userGroupMembers)
    .where(eq(userGroupMembers.workspaceId, workspaceId))
    .orderBy(asc(userGroupMembers.userId));
  return Map.groupBy(rows, ({ groupId }) => groupId)
    .entries()
    .reduce(
      (byGroup, [id, members]) =>
        byGroup.set(
          id,
          members.map(({ userId }) => userId),
        ),
      new Map<string, string[]>(),
    );
}

export async function membersOf(db: ShardDb, { workspaceId, id }: GroupRow): Promise<string[]> {
  const rows = await db
    .select({ userId: userGroupMembers.userId })
    .from(userGroupMembers)
    .where(and(eq(userGroupMembers.workspaceId, workspaceId), eq(userGroupMembers.groupId, id)))
    .orderBy(asc(userGroupMembers.userId));
  return rows.map(({ userId }) => userId);
}

/** Replaces who is in the group, all or nothing. The people are of the workspace; that was checked. `now` in milliseconds. */
export async function doSetMembers(
  db: ShardDb,
  { workspaceId, id }: GroupRow,
  userIds: readonly string[],
  by: string,
  now: number,
): Promise<void> {
  const json = JSON.stringify([...new Set(userIds)]);
  await db.batch([
    db
      .delete(userGroupMembers)
      .where(and(eq(userGroupMembers.workspaceId, workspaceId), eq(userGroupMembers.groupId, id))),
    // As one JSON text: a statement takes at most a hundred parameters.
    db.insert(userGroupMembers).select(sql`SELECT ${workspaceId}, ${id}, value FROM json_each(${json})`),
    db
      .update(userGroups)
      .set({ updated: Math.floor(now / 1000), updatedBy: by })
      .where(and(eq(userGroups.workspaceId, workspaceId), eq(userGroups.id, id))),
  ]);
}

/** Changes the group's own row; refuses with `handle_already_exists`. `now` in milliseconds. */
export async function doChangeGroup(
  db: ShardDb,
  { workspaceId, id }: GroupRow,
  changes: Partial<Pick<GroupRow, 'name' | 'handle' | 'description' | 'disabled'>>,
  by: string,
  now: number,
): Promise<GroupRow> {
  const rows = await refusingTakenHandles(
    db
      .update(userGroups)
      .set({ ...changes, updated: Math.floor(now / 1000), updatedBy: by })
      .where(and(eq(userGroups.workspaceId, workspaceId), eq(userGroups.id, id)))
      .returning(),
  );
  const [row] = rows;
  if (!row) throw new AppError('no_such_subteam');
  return row;
}

export async function doCreateGroup(db: ShardDb, row: GroupRow): Promise<void> {
  await refusingTakenHandles(db.insert(userGroups).values(row));
}

async function refusingTakenHandles<T>(write: PromiseLike<T>): Promise<T> {
  try {
    return await write;
  } catch (error) {
    throw isUniqueViolation(error) ? new AppError('handle_already_exists') : error;
  }
}
