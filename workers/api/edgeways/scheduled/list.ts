import { z } from 'zod';
import { defineMethod } from '../../method.ts';
import { clientScopes, ownSession } from '../../own-session.ts';
import { scheduledObject } from './scheduled-object.ts';

export const method = defineMethod({
  name: 'edgeways.scheduled.list',
  summary: 'Lists the messages that the caller has scheduled, with those that could not be posted and why.',
  scopes: clientScopes,
  tier: 3,
  input: z.object({}),
  errors: [],
  handler: async ({ caller, env }) => ({
    scheduled: (await ownSession({ env, caller }).scheduledMessages()).map(scheduledObject),
  }),
});
