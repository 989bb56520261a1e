import { z } from 'zod';
import type { ScopesByKind } from '../method.ts';

/** Bots need no reminding. */
export const readScopes: ScopesByKind = { user: ['reminders:read'] };
export const writeScopes: ScopesByKind = { user: ['reminders:write'] };

export const reminderArgument = z.string().describe("Id of a reminder of the caller's.");
