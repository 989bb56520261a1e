import { z } from 'zod';
import { defineMethod } from '../method.ts';
import { ownSession } from '../own-session.ts';
import { readScopes } from './reminder-arguments.ts';

/** https://docs.slack.dev/reference/methods/reminders.list */
export const method = defineMethod({
  name: 'reminders.list',
  summary: "Lists the caller's reminders, those that are complete last.",
  scopes: readScopes,
  tier: 2,
  input: z.object({}),
  errors: [],
  handler: async ({ caller, env }) => ({
    reminders: await ownSession({ env, caller }).reminders(),
  }),
});
