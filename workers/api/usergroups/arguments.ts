import { z } from 'zod';
import { isAdministrator } from '../../../shared/user.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Caller } from '../method.ts';

export const groupArgument = z.string().describe('Id of the user group.');
export const countArgument = z.boolean().default(false).describe('Whether to say how many people are in it.');

const line = (most: number) =>
  z
    .string()
    .transform((text) => text.toWellFormed().trim())
    .refine((text) => text.length <= most, 'invalid_arguments');

export const nameArgument = line(80)
  .refine((text) => text !== '', 'invalid_name')
  .describe('What the group is called.');
export const descriptionArgument = line(140).describe('What the group is for.');
/** What stands after the @, as people type it. */
export const handleArgument = line(80)
  .transform((text) => text.replace(/^@/, '').toLowerCase())
  .refine((text) => /^[\p{Ll}\p{Lo}\p{Nd}._-]+$/u.test(text) && !reserved.has(text), 'invalid_name')
  .describe('What people write after the @ to call the group.');

/** These call everybody. */
const reserved = new Set(['channel', 'here', 'everyone', 'group']);

export const readScopes = { user: ['usergroups:read'], bot: ['usergroups:read'] } as const;
export const writeScopes = { user: ['usergroups:write'], bot: ['usergroups:write'] } as const;

/** Groups are the administrators' to make and change, as in Slack by default; an app is one of whoever installed it. */
export function requireManager(caller: Caller): void {
  if (!isAdministrator(caller.role) && caller.kind !== 'bot') throw new AppError('permission_denied');
}
