import { z } from 'zod';
import { defineOpenMethod } from '../method.ts';

/** https://api.slack.com/methods/api.test */
export const method = defineOpenMethod({
  name: 'api.test',
  summary: 'Checks that calling works: answers with the arguments, or with the error that was asked for.',
  tier: 4,
  input: z.looseObject({ error: z.string().optional().describe('The error to answer with.') }),
  errors: [],
  handler: async ({ input }) => {
    const args = Object.keys(input).length > 0 ? { args: input } : {};
    return input.error === undefined ? args : { ok: false, error: input.error, ...args };
  },
});
