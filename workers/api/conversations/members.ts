import { z } from 'zod';
import { unwrap } from '../../../shared/errors.ts';
import { decodeCursor, encodeCursor, nextPage } from '../cursor.ts';
import { defineMethod } from '../method.ts';
import { cursorArgument, limitArgument, pagingErrors } from '../paging.ts';
import { accessChannel, channelArgument } from './access-channel.ts';
import { anyOf, readScopes } from './scopes.ts';

/** https://docs.slack.dev/reference/methods/conversations.members */
export const method = defineMethod({
  name: 'conversations.members',
  summary: 'Lists the people in a conversation.',
  scopes: anyOf(readScopes),
  tier: 4,
  input: z.object({ channel: channelArgument, cursor: cursorArgument, limit: limitArgument(100, 1000) }),
  errors: ['channel_not_found', ...pagingErrors],
  handler: async ({ input, caller, env }) => {
    const after = decodeCursor(input.cursor, 'member')?.place;
    const { channel, viewer } = await accessChannel({ env, caller }, input.channel, readScopes);
    const { members, next } = unwrap(await channel.members(viewer, { after, limit: input.limit }));
    return { members, ...nextPage(next === null ? null : encodeCursor('member', next)) };
  },
});
