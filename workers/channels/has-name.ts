import { and, eq, sql } from 'drizzle-orm';
import { channels } from '../../migrations/shard/schema.ts';

/** Direct messages have no names of their own. The kinds are literals, because only then the index of names is used. */
export function hasName(workspaceId: string, name: string) {
  return and(
    eq(channels.workspaceId, workspaceId),
    eq(channels.name, name),
    sql`${channels.kind} IN ('public', 'private')`,
  );
}
