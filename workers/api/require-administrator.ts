import { AppError } from '../../shared/errors.ts';
import { isAdministrator } from '../../shared/user.ts';
import type { Caller } from './method.ts';

/** For what concerns everybody in the workspace. Refuses with `not_an_admin`. */
export function requireAdministrator({ role }: Caller): void {
  if (!isAdministrator(role)) throw new AppError('not_an_admin');
}
