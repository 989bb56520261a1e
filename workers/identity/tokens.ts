import { and, eq, isNull } from 'drizzle-orm';
import { tokens } from '../../migrations/shard/schema.ts';
import type { ShardDb } from '../../migrations/shards.ts';
import { hashToken, newOpaqueToken } from './opaque-token.ts';
import type { Scope } from './scopes.ts';
import type { Person } from './sessions.ts';

/** Makes an API token that acts as the person; it cannot be read again. */
export async function doCreateToken(
  db: ShardDb,
  person: Person,
  name: string,
  scopes: Scope[],
  now: number,
): Promise<string> {
  const token = `xoxp-${newOpaqueToken(person.workspaceId)}`;
  const hash = await hashToken(token);
  await db.insert(tokens).values({ ...person, hash, kind: 'user', name, scopes, created: Math.floor(now / 1000) });
  return token;
}

export async function doRevokeToken(db: ShardDb, workspaceId: string, hash: string, now: number): Promise<void> {
  await db
    .update(tokens)
    .set({ revoked: Math.floor(now / 1000) })
    .where(and(eq(tokens.workspaceId, workspaceId), eq(tokens.hash, hash), isNull(tokens.revoked)));
}
