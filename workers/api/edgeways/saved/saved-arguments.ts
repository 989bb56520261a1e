import { z } from 'zod';
import { AppError } from '../../../../shared/errors.ts';
import { channelArgument } from '../../conversations/access-channel.ts';
import { tsArgument } from '../../conversations/moments.ts';
import type { ScopesByKind } from '../../method.ts';

/** What is saved is what Slack calls starred; bots save nothing. */
export const readSavedScopes: ScopesByKind = { user: ['stars:read'] };
export const writeSavedScopes: ScopesByKind = { user: ['stars:write'] };

/** The arguments of a method about one message. */
export const messageArguments = {
  channel: channelArgument,
  ts: tsArgument('invalid_timestamp').describe('`ts` of the message.'),
};

/** Undefined when it is left out, null when it is empty. */
export const dueArgument = z
  .union([z.int().min(0), z.string().regex(/^\d{0,10}$/)])
  .optional()
  .transform((due) => (due === '' ? null : due === undefined ? undefined : Number(due)))
  .describe('When to be reminded of it, in seconds since 1970. Empty: not at all.');

/** Refuses with `time_in_past`. `now` in milliseconds. */
export function requireAhead(due: number | null | undefined, now: number): void {
  if (typeof due === 'number' && due * 1000 <= now) throw new AppError('time_in_past');
}
