import type { ImportRpc } from '../../durable-objects/import/import-rpc.ts';
import { importOf } from '../../durable-objects/import/stub.ts';
import { AppError } from '../../shared/errors.ts';
import { ImportId } from '../../shared/protocol/imports.ts';
import { isAdministrator } from '../../shared/user.ts';
import type { Caller, ScopesByKind } from '../api/method.ts';

export const importScopes: ScopesByKind = { user: ['admin'] };

/** Whoever imports makes accounts and channels. Refuses with `not_an_admin`. */
export function requireAdministrator({ role }: Caller): void {
  if (!isAdministrator(role)) throw new AppError('not_an_admin');
}

/** The object of the caller's import, which itself refuses anybody else; `import_not_found` for what is no id. */
export function accessImport(env: Env, caller: Caller, id: string): ImportRpc {
  requireAdministrator(caller);
  if (!ImportId.safeParse(id).success) throw new AppError('import_not_found');
  return importOf(env, caller.workspaceId, id);
}
