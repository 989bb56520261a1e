import { z } from 'zod';
import { unwrap } from '../../../shared/errors.ts';
import { defineMethod } from '../method.ts';
import { ownSession } from '../own-session.ts';

/** https://docs.slack.dev/reference/methods/dnd.endSnooze */
export const method = defineMethod({
  name: 'dnd.endSnooze',
  summary: "Ends the pause of the caller's notifications that was begun by hand.",
  scopes: { user: ['dnd:write'] },
  tier: 2,
  input: z.object({}),
  errors: ['snooze_not_active'],
  handler: async ({ caller, env }) => {
    const { dnd } = unwrap(await ownSession({ env, caller }).endSnooze());
    const { dnd_enabled, next_dnd_start_ts, next_dnd_end_ts, snooze_enabled } = dnd;
    return { dnd_enabled, next_dnd_start_ts, next_dnd_end_ts, snooze_enabled };
  },
});
