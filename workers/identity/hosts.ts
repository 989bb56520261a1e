import { eq } from 'drizzle-orm';
import { hosts } from '../../migrations/shard/schema.ts';
import type { ShardDb } from '../../migrations/shards.ts';
import { BoundedMap } from '../../shared/bounded-map.ts';
import { isAdministrator } from '../../shared/user.ts';
import type { Member } from './memberships.ts';
import { isLocalHost, publicOrigin } from './origin.ts';

/** What this isolate has written already. */
const noted = new BoundedMap<string, true>(5_000);

/**
 * Remembers where the workspace is reached, so that what has no request at hand knows its own links. Only administrators are
 * taken at their word, or a browser on this machine: where no platform routes requests by their host, anybody may name any.
 */
export async function noteHost(db: ShardDb, { workspace, user }: Member, request: Request): Promise<void> {
  const origin = new URL(publicOrigin(request));
  const key = `${workspace.id} ${origin.host}`;
  if (noted.get(key) || !(isAdministrator(user.role) || isLocalHost(origin))) return;
  await db.insert(hosts).values({ workspaceId: workspace.id, host: origin.host }).onConflictDoNothing();
  noted.set(key, true);
}

export async function isOwnHost(db: ShardDb, workspaceId: string, host: string): Promise<boolean> {
  const rows = await db.select({ host: hosts.host }).from(hosts).where(eq(hosts.workspaceId, workspaceId));
  return rows.some((row) => row.host === host);
}
