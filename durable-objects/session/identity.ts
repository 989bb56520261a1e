import { eq, and } from 'drizzle-orm';
import { users, workspaces } from '../../migrations/shard/schema.ts';
import type { BootFrame } from '../../shared/protocol/session-socket.ts';
import { accessShard } from '../../migrations/shards.ts';

export type Identity = Pick<BootFrame, 'workspace' | 'self'>;

/** Who the person is, as their devices need it at once, and their time zone. */
export async function fetchIdentity(
  env: Env,
  workspaceId: string,
  userId: string,
): Promise<{ identity: Identity; zone: string }> {
  const db = await accessShard(env, workspaceId);
  const [row] = await db
    .select({ name: workspaces.name, domain: workspaces.domain, role: users.role, zone: users.tz })
    .from(users)
    .innerJoin(workspaces, eq(workspaces.id, users.workspaceId))
    .where(and(eq(users.workspaceId, workspaceId), eq(users.id, userId)));
  if (!row) throw new Error('a ticket names somebody whom the directory does not know');
  return {
    identity: {
      workspace: { id: workspaceId, name: row.name, domain: row.domain },
      self: { id: userId, role: row.role },
    },
    zone: row.zone,
  };
}
