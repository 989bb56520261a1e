import { eq, and } from 'drizzle-orm';
import { z } from 'zod';
import { users, workspaces } from '../../migrations/shard/schema.ts';
import { Role } from '../../shared/user.ts';
import { WorkspaceSummary } from '../../shared/workspace.ts';
import { accessShard } from '../../migrations/shards.ts';

/** Who the person is, as their devices need it at once: a copy of the directory's, which pushes its changes. */
export const Identity = z.object({
  workspace: WorkspaceSummary,
  self: z.object({ id: z.string(), role: Role }),
});
export type Identity = z.infer<typeof Identity>;

export function getIdentity(sql: SqlStorage): Identity | null {
  const row = sql.exec<{ data: string }>('SELECT data FROM identity').toArray()[0];
  return row ? Identity.parse(JSON.parse(row.data)) : null;
}

export function setIdentity(sql: SqlStorage, identity: Identity): void {
  sql.exec('INSERT OR REPLACE INTO identity (one, data) VALUES (1, ?)', JSON.stringify(identity));
}

/** Reads it from the directory, the first time that it is wanted. */
export async function fetchIdentity(env: Env, workspaceId: string, userId: string): Promise<Identity> {
  const db = await accessShard(env, workspaceId);
  const [row] = await db
    .select({ name: workspaces.name, domain: workspaces.domain, role: users.role })
    .from(users)
    .innerJoin(workspaces, eq(workspaces.id, users.workspaceId))
    .where(and(eq(users.workspaceId, workspaceId), eq(users.id, userId)));
  if (!row) throw new Error('a ticket names somebody whom the directory does not know');
  return {
    workspace: { id: workspaceId, name: row.name, domain: row.domain },
    self: { id: userId, role: row.role },
  };
}
