import type { ImportRpc } from '../../durable-objects/import/import-rpc.ts';
import { importOf } from '../../durable-objects/import/stub.ts';
import { AppError } from '../../shared/errors.ts';
import { ImportId } from '../../shared/protocol/imports.ts';
import type { Caller, ScopesByKind } from '../api/method.ts';
import { requireAdministrator } from '../api/require-administrator.ts';

export const importScopes: ScopesByKind = { user: ['admin'] };

/**
 * The object of the caller's import, which itself refuses anybody else. Whoever imports makes accounts and channels, and so
 * is an administrator. Refuses with `not_an_admin`, or `import_not_found` for what is no id.
 */
export function accessImport(env: Env, caller: Caller, id: string): ImportRpc {
  requireAdministrator(caller);
  if (!ImportId.safeParse(id).success) throw new AppError('import_not_found');
  return importOf(env, caller.workspaceId, id);
}
