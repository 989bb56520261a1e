import { z } from 'zod';
import { unwrap } from '../../../shared/errors.ts';
import { defineMethod } from '../method.ts';
import { ownSession } from '../own-session.ts';

/** https://docs.slack.dev/reference/methods/dnd.endDnd */
export const method = defineMethod({
  name: 'dnd.endDnd',
  summary: "Ends whatever keeps the caller's notifications away now; the schedule goes on.",
  scopes: { user: ['dnd:write'] },
  tier: 2,
  input: z.object({}),
  errors: [],
  handler: async ({ caller, env }) => {
    unwrap(await ownSession({ env, caller }).endDnd());
    return {};
  },
});
