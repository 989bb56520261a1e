import { z } from 'zod';
import { fetchMessages } from '../../../channels/ask-channels.ts';
import { decodeCursor, encodeCursor, nextPage } from '../../cursor.ts';
import { defineMethod } from '../../method.ts';
import { cursorArgument, limitArgument, pagingErrors } from '../../paging.ts';
import { ownSession } from '../../own-session.ts';
import { incomplete } from '../incomplete.ts';
import { readSavedScopes } from './saved-arguments.ts';

/**
 * A message that is gone, or that the caller may not see any more, is listed without its message: whoever saved it is to
 * be able to take it off their list. One in a channel that does not answer is left out: nobody can say whether it is gone.
 */
export const method = defineMethod({
  name: 'edgeways.saved.list',
  summary: 'Lists the messages that the caller has saved for later, what was saved last first.',
  scopes: readSavedScopes,
  tier: 3,
  input: z.object({
    state: z
      .enum(['open', 'done'])
      .default('open')
      .describe('Whether to list what is still to be done, or what is done.'),
    cursor: cursorArgument,
    limit: limitArgument(50, 100),
  }),
  errors: pagingErrors,
  handler: async ({ input, caller, env }) => {
    const kind = `saved_${input.state}`;
    const after = decodeCursor(input.cursor, kind)?.place ?? null;
    const page = { after, limit: input.limit, isDone: input.state === 'done' };
    const { entries, next } = await ownSession({ env, caller }).saved(page);
    const { messageAt, unreachable } = await fetchMessages(
      { env, caller },
      entries.map(({ message }) => message),
    );
    return {
      saved: entries
        .filter(({ message }) => !unreachable.has(message.channel))
        .map(({ message, isDone, savedAt }) => ({
          ...message,
          is_done: isDone,
          saved_at: savedAt,
          message: messageAt(message.channel, message.ts),
        })),
      ...incomplete(unreachable),
      ...nextPage(next && encodeCursor(kind, next)),
    };
  },
});
