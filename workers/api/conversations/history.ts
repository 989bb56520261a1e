import { z } from 'zod';
import { unwrap } from '../../../shared/errors.ts';
import { nextPage } from '../cursor.ts';
import { defineMethod } from '../method.ts';
import { cursorArgument, limitArgument, pagingErrors } from '../paging.ts';
import { accessHistory, channelArgument } from './access-channel.ts';
import { momentArgument } from './moments.ts';
import { anyOf, historyScopes } from './scopes.ts';
import { cursorAfter, historyStretch } from './stretch.ts';

/**
 * https://docs.slack.dev/reference/methods/conversations.history. `epoch` and `seq` are ours: the place in the channel's
 * log up to which the answer is complete, for a client that follows the channel from there.
 */
export const method = defineMethod({
  name: 'conversations.history',
  summary: 'Reads messages of a conversation, newest first.',
  scopes: anyOf(historyScopes),
  tier: 3,
  input: z.object({
    channel: channelArgument,
    latest: momentArgument('invalid_ts_latest').describe('Only messages before this moment; now, unless said.'),
    oldest: momentArgument('invalid_ts_oldest').describe(
      'Only messages after this moment. Without `latest`, pages begin here and go forward.',
    ),
    inclusive: z.boolean().default(false).describe('Whether `latest` and `oldest` themselves count.'),
    cursor: cursorArgument,
    limit: limitArgument(100, 999),
  }),
  errors: ['channel_not_found', 'not_in_channel', 'invalid_ts_latest', 'invalid_ts_oldest', ...pagingErrors],
  handler: async ({ input, caller, env }) => {
    const { range, direction } = historyStretch(input);
    const { channel, viewer } = await accessHistory({ env, caller }, input.channel, historyScopes);
    const { messages, hasMore, pinCount, epoch, seq } = unwrap(await channel.history(viewer, range));
    const edge = direction === 'newer' ? messages[0] : messages.at(-1);
    return {
      messages,
      has_more: hasMore,
      pin_count: pinCount,
      epoch,
      seq,
      ...nextPage(hasMore && edge ? cursorAfter(edge, direction) : null),
    };
  },
});
