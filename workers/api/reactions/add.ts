import { z } from 'zod';
import { AppError, unwrap } from '../../../shared/errors.ts';
import { isEmoji } from '../../emoji/custom-emoji.ts';
import { reachChannel } from '../conversations/access-channel.ts';
import { defineMethod } from '../method.ts';
import { itemArguments, writingErrors } from './item.ts';

/** https://docs.slack.dev/reference/methods/reactions.add */
export const method = defineMethod({
  name: 'reactions.add',
  summary: "Adds the caller's reaction to a message.",
  scopes: { user: ['reactions:write'], bot: ['reactions:write'] },
  tier: 3,
  input: z.object({
    ...itemArguments,
    name: z
      .string()
      .transform((name) => name.replace(/^:(.+):$/, '$1'))
      .describe("The emoji's name; a skin tone follows it as `::skin-tone-2` to `-6`."),
  }),
  errors: [...writingErrors, 'invalid_name', 'already_reacted', 'too_many_emoji'],
  handler: async ({ input, caller, db, env }) => {
    const { channel, viewer } = reachChannel({ env, caller }, input.channel);
    // What is hidden is to look the same whatever the reaction's name is, so the channel is asked first.
    unwrap(await channel.message(viewer, input.timestamp));
    if (!(await isEmoji(db, caller.workspaceId, input.name))) throw new AppError('invalid_name');
    unwrap(await channel.react(viewer, { ts: input.timestamp, name: input.name }));
    return {};
  },
});
