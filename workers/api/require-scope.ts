import { AppError } from '../../shared/errors.ts';
import type { Caller, ScopesByKind } from './method.ts';

/** Refuses a kind of token that the method does not take, or one without any of the scopes that it asks for. */
export function requireScope(caller: Caller, scopes: ScopesByKind): void {
  const accepted = scopes[caller.kind];
  if (!accepted) throw new AppError('not_allowed_token_type');
  const { scopes: provided } = caller;
  if (provided === 'all' || accepted.length === 0 || accepted.some((scope) => provided.has(scope))) return;
  throw new AppError('missing_scope', { needed: accepted.join(','), provided: [...provided].join(',') });
}
