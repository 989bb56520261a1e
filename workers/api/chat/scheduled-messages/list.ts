import { z } from 'zod';
import { momentArgument } from '../../conversations/moments.ts';
import { decodeCursor, nextPage } from '../../cursor.ts';
import { defineMethod } from '../../method.ts';
import { ownSession } from '../../own-session.ts';
import { cursorArgument, limitArgument, pagingErrors, takePage } from '../../paging.ts';

/** https://docs.slack.dev/reference/methods/chat.scheduledMessages.list */
export const method = defineMethod({
  name: 'chat.scheduledMessages.list',
  summary: 'Lists the messages that the caller has scheduled and that are to be posted, in the order of their times.',
  scopes: { user: [], bot: [] },
  tier: 3,
  input: z.object({
    channel: z.string().optional().describe('Id of a conversation: only those for it.'),
    oldest: momentArgument('invalid_ts_oldest').describe('Only those to be posted at this moment or later.'),
    latest: momentArgument('invalid_ts_latest').describe('Only those to be posted at this moment or earlier.'),
    cursor: cursorArgument,
    limit: limitArgument(100, 1000),
  }),
  errors: ['invalid_ts_oldest', 'invalid_ts_latest', ...pagingErrors],
  handler: async ({ input, caller, env }) => {
    const after = decodeCursor(input.cursor, 'scheduled')?.place;
    const { oldest = 0, latest = Number.MAX_SAFE_INTEGER } = input;
    const all = await ownSession({ env, caller }).scheduledMessages();
    const found = all.filter(
      ({ channel, postAt, error }) =>
        error === null &&
        (input.channel === undefined || channel === input.channel) &&
        postAt * 1_000_000 >= oldest &&
        postAt * 1_000_000 <= latest,
    );
    const placeOf = ({ postAt, id }: { postAt: number; id: string }) => `${String(postAt).padStart(12, '0')}.${id}`;
    const rest = after === undefined ? found : found.filter((entry) => placeOf(entry) > after);
    const { page, next } = takePage(rest, input.limit, { kind: 'scheduled', place: placeOf });
    return {
      scheduled_messages: page.map(({ id, channel, postAt, created, content }) => ({
        id,
        channel_id: channel,
        post_at: postAt,
        date_created: created,
        text: content.text,
      })),
      ...nextPage(next),
    };
  },
});
