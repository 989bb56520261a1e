import type { SessionRpc } from '../../durable-objects/session/session-rpc.ts';
import { sessionOf } from '../../durable-objects/session/stub.ts';
import type { MethodContext, ScopesByKind } from './method.ts';

/** For what a person's own client shows and changes, in whatever conversation; bots have no sidebar. */
export const clientScopes: ScopesByKind = { user: ['client'] };

/** What the caller keeps: nobody reaches anybody else's. */
export function ownSession({ env, caller }: Pick<MethodContext, 'env' | 'caller'>): SessionRpc {
  return sessionOf(env, caller.workspaceId, caller.userId);
}
