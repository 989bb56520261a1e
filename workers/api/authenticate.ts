import { and, eq } from 'drizzle-orm';
import { sessions, tokens, users, workspaces } from '../../migrations/shard/schema.ts';
import { AppError } from '../../shared/errors.ts';
import { defaultPolicies } from '../../shared/workspace.ts';
import { accessSessionIdentity, type SessionIdentity } from '../identity/access-token.ts';
import { getTokenWorkspace, hashToken } from '../identity/opaque-token.ts';
import { getShard, type ShardDb } from '../../migrations/shards.ts';
import type { Caller } from './method.ts';

export type Authenticated = { caller: Caller; db: ShardDb };

/** The token in the Authorization header; null when there is none. Slack's other place is an argument named `token`. */
export function getBearer(request: Request): string | null {
  return /^Bearer\s+(\S+)\s*$/i.exec(request.headers.get('authorization') ?? '')?.[1] ?? null;
}

/**
 * Who calls with that token. One query answers whether it lives and what the person may do, at every call, so whatever
 * was revoked is revoked from the next call on. Refuses with `not_authed`, `invalid_auth`, `token_expired`,
 * `token_revoked` or `account_inactive`.
 */
export async function authenticate(env: Env, token: unknown, now: number): Promise<Authenticated> {
  if (typeof token !== 'string' || token === '') throw new AppError('not_authed');
  if (token.startsWith('xox')) return authenticateApp(env, token);
  return authenticateSession(env, await accessSessionIdentity(env, token, now), now);
}

/** The person behind a session, whose token or ticket was verified already. */
export async function authenticateSession(env: Env, identity: SessionIdentity, now: number): Promise<Authenticated> {
  const { workspaceId, userId, sessionId } = identity;
  const db = await accessDb(env, workspaceId);
  const [row] = await db
    .select({
      role: users.role,
      deactivated: users.deactivated,
      revoked: sessions.revoked,
      expires: sessions.expires,
      policies: workspaces.policies,
    })
    .from(sessions)
    .innerJoin(users, and(eq(users.workspaceId, sessions.workspaceId), eq(users.id, sessions.userId)))
    .innerJoin(workspaces, eq(workspaces.id, sessions.workspaceId))
    .where(and(eq(sessions.workspaceId, workspaceId), eq(sessions.id, sessionId), eq(sessions.userId, userId)));
  if (!row) throw new AppError('invalid_auth');
  requireUsable(row);
  if (row.expires * 1000 <= now) throw new AppError('token_expired');
  return {
    db,
    caller: {
      workspaceId,
      userId,
      role: row.role,
      kind: 'user',
      scopes: 'all',
      policies: { ...defaultPolicies, ...row.policies },
      via: 'session',
      sessionId,
    },
  };
}

async function authenticateApp(env: Env, token: string): Promise<Authenticated> {
  const workspaceId = getTokenWorkspace(token.slice('xoxp-'.length));
  if (!workspaceId) throw new AppError('invalid_auth');
  const db = await accessDb(env, workspaceId);
  const tokenHash = await hashToken(token);
  const [row] = await db
    .select({
      userId: tokens.userId,
      kind: tokens.kind,
      scopes: tokens.scopes,
      revoked: tokens.revoked,
      role: users.role,
      deactivated: users.deactivated,
      policies: workspaces.policies,
    })
    .from(tokens)
    .innerJoin(users, and(eq(users.workspaceId, tokens.workspaceId), eq(users.id, tokens.userId)))
    .innerJoin(workspaces, eq(workspaces.id, tokens.workspaceId))
    .where(and(eq(tokens.workspaceId, workspaceId), eq(tokens.hash, tokenHash)));
  if (!row) throw new AppError('invalid_auth');
  requireUsable(row);
  const { userId, role, kind } = row;
  const policies = { ...defaultPolicies, ...row.policies };
  const scopes = new Set(row.scopes);
  return { db, caller: { workspaceId, userId, role, kind, scopes, policies, via: 'token', tokenHash } };
}

/** To whoever asks, a workspace that does not exist looks like a token that does not. */
async function accessDb(env: Env, workspaceId: string): Promise<ShardDb> {
  const db = await getShard(env, workspaceId);
  if (!db) throw new AppError('invalid_auth');
  return db;
}

function requireUsable(row: { revoked: number | null; deactivated: boolean }): void {
  if (row.deactivated) throw new AppError('account_inactive');
  if (row.revoked !== null) throw new AppError('token_revoked');
}
