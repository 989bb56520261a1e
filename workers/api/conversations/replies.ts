import { z } from 'zod';
import { unwrap } from '../../../shared/errors.ts';
import { nextPage } from '../cursor.ts';
import { defineMethod } from '../method.ts';
import { cursorArgument, limitArgument, pagingErrors } from '../paging.ts';
import { accessHistory, channelArgument } from './access-channel.ts';
import { momentArgument, tsArgument } from './moments.ts';
import { anyOf, historyScopes } from './scopes.ts';
import { cursorAfter, threadStretch } from './stretch.ts';

/**
 * https://docs.slack.dev/reference/methods/conversations.replies. Every page begins with the root, as in Slack. It says
 * whether the caller follows the thread (`subscribed`), and up to where they have read it (`last_read`).
 */
export const method = defineMethod({
  name: 'conversations.replies',
  summary: 'Reads a thread: the message that it began with, then its replies, oldest first.',
  scopes: anyOf(historyScopes),
  tier: 3,
  input: z.object({
    channel: channelArgument,
    ts: tsArgument('thread_not_found').describe('`ts` of the message that the thread began with, or of a reply.'),
    latest: momentArgument('invalid_ts_latest').describe('Only replies before this moment.'),
    oldest: momentArgument('invalid_ts_oldest').describe('Only replies after this moment.'),
    inclusive: z.boolean().default(false).describe('Whether `latest` and `oldest` themselves count.'),
    cursor: cursorArgument,
    limit: limitArgument(100, 1000),
  }),
  errors: [
    'channel_not_found',
    'not_in_channel',
    'thread_not_found',
    'invalid_ts_latest',
    'invalid_ts_oldest',
    ...pagingErrors,
  ],
  handler: async ({ input, caller, env }) => {
    const { range, direction } = threadStretch(input);
    const { channel, viewer } = await accessHistory({ env, caller }, input.channel, historyScopes);
    const { messages, hasMore, following, lastRead } = unwrap(await channel.replies(viewer, input.ts, range));
    const edge = messages.at(-1);
    const [root, ...replies] = messages;
    const place = root?.reply_count === undefined ? {} : { subscribed: following, last_read: lastRead };
    return {
      messages: root ? [{ ...root, ...place }, ...replies] : [],
      has_more: hasMore,
      ...nextPage(hasMore && edge ? cursorAfter(edge, direction) : null),
    };
  },
});
