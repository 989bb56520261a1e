import type { Caller } from '../method.ts';

/** Addresses are for signed-in people, and for tokens with a scope of its own. */
export function maySeeEmail({ scopes }: Caller): boolean {
  return scopes === 'all' || scopes.has('users:read.email');
}
