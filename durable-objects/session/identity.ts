import { eq, and } from 'drizzle-orm';
import { users, workspaces } from '../../migrations/shard/schema.ts';
import type { BootFrame } from '../../shared/protocol/session-socket.ts';
import { accessShard } from '../../migrations/shards.ts';

type Identity = Pick<BootFrame, 'workspace' | 'self'>;

/** Who the person is, as their devices need it at once. */
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
