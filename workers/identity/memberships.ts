import { and, eq, sql } from 'drizzle-orm';
import { addresses, workspaces as placedWorkspaces } from '../../migrations/directory/schema.ts';
import { users, workspaces } from '../../migrations/shard/schema.ts';
import { AppError } from '../../shared/errors.ts';
import type { Role } from '../../shared/user.ts';
import type { WorkspaceSummary } from '../../shared/workspace.ts';
import { accessShard, openDirectory, openShard, type ShardDb } from '../../migrations/shards.ts';
import type { Person } from './sessions.ts';

/** A person as a sign-in answers with them. */
export type Member = { workspace: WorkspaceSummary; user: { id: string; role: Role } };

/** The workspaces that an address can enter, by name. One query a shard. */
export async function listWorkspaces(env: Env, email: string): Promise<WorkspaceSummary[]> {
  const placed = await openDirectory(env)
    .select({ id: addresses.workspaceId, shard: placedWorkspaces.shard })
    .from(addresses)
    .innerJoin(placedWorkspaces, eq(placedWorkspaces.id, addresses.workspaceId))
    .where(eq(addresses.email, email));
  const byShard = Object.entries(Object.groupBy(placed, ({ shard }) => shard));
  const lists = await Promise.all(
    byShard.map(([shard, rows = []]) => {
      const ids = rows.map(({ id }) => id);
      return listActive(openShard(env, shard), email, ids);
    }),
  );
  return lists.flat().toSorted((a, b) => a.name.localeCompare(b.name));
}

async function listActive(db: ShardDb, email: string, workspaceIds: string[]): Promise<WorkspaceSummary[]> {
  return db
    .select({ id: workspaces.id, name: workspaces.name, domain: workspaces.domain })
    .from(workspaces)
    .innerJoin(users, eq(users.workspaceId, workspaces.id))
    .where(
      and(
        // As one JSON text: a statement takes at most a hundred parameters.
        sql`${workspaces.id} IN (SELECT value FROM json_each(${JSON.stringify(workspaceIds)}))`,
        eq(users.email, email),
        eq(users.deactivated, false),
      ),
    );
}

/** Who the address is in that workspace; refuses with `workspace_not_found` when nobody. */
export async function accessPerson(env: Env, email: string, workspaceId: string): Promise<Person> {
  const [row] = await openDirectory(env)
    .select({ userId: addresses.userId })
    .from(addresses)
    .where(and(eq(addresses.email, email), eq(addresses.workspaceId, workspaceId)));
  if (!row) throw new AppError('workspace_not_found');
  return { workspaceId, userId: row.userId };
}

/** The person with their role and workspace; refuses with `account_inactive` when they were deactivated. */
export async function accessMember(env: Env, person: Person): Promise<Member & { db: ShardDb }> {
  const db = await accessShard(env, person.workspaceId);
  const [row] = await db
    .select({
      workspace: { id: workspaces.id, name: workspaces.name, domain: workspaces.domain },
      user: { id: users.id, role: users.role },
      deactivated: users.deactivated,
    })
    .from(users)
    .innerJoin(workspaces, eq(workspaces.id, users.workspaceId))
    .where(and(eq(users.workspaceId, person.workspaceId), eq(users.id, person.userId)));
  if (!row || row.deactivated) throw new AppError('account_inactive');
  return { db, workspace: row.workspace, user: row.user };
}
