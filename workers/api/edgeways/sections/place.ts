import { z } from 'zod';
import { unwrap } from '../../../../shared/errors.ts';
import { channelArgument } from '../../conversations/access-channel.ts';
import { defineMethod } from '../../method.ts';
import { clientScopes, ownSession } from '../../own-session.ts';
import { sectionArgument } from './section-arguments.ts';

/** What is put among the starred channels is starred, and what is moved away from there is not. */
export const method = defineMethod({
  name: 'edgeways.sections.place',
  summary: 'Puts a channel into a section of the sidebar.',
  scopes: clientScopes,
  tier: 3,
  input: z.object({
    channel: channelArgument,
    section: sectionArgument,
    before: z.string().optional().describe('Id of the channel of that section before which it goes; else, the end.'),
  }),
  errors: ['channel_not_found', 'section_not_found'],
  handler: async ({ input, caller, env }) => {
    unwrap(await ownSession({ env, caller }).placeChannel(input));
    return {};
  },
});
