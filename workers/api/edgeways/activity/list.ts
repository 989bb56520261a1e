import { z } from 'zod';
import { ActivityKind, type ActivityItem } from '../../../../shared/activity.ts';
import type { Message } from '../../../../shared/message.ts';
import { fetchMessages } from '../../../channels/ask-channels.ts';
import { decodeCursor, encodeCursor, nextPage } from '../../cursor.ts';
import { defineMethod } from '../../method.ts';
import { cursorArgument, limitArgument, pagingErrors } from '../../paging.ts';
import { clientScopes, ownSession } from '../../own-session.ts';
import { incomplete } from '../incomplete.ts';

export const method = defineMethod({
  name: 'edgeways.activity.list',
  summary: 'Lists what the caller was told of: mentions, reactions, replies, reminders; newest first.',
  scopes: clientScopes,
  tier: 3,
  input: z.object({
    kinds: z
      .array(ActivityKind)
      .optional()
      .describe(`Only of these kinds, separated by commas: ${ActivityKind.options.join(', ')}.`),
    cursor: cursorArgument,
    limit: limitArgument(50, 100),
  }),
  errors: pagingErrors,
  handler: async ({ input, caller, env }) => {
    const after = decodeCursor(input.cursor, 'activity')?.place ?? null;
    const page = { after, limit: input.limit, kinds: input.kinds ?? null };
    const { entries, next, readUntil } = await ownSession({ env, caller }).activity(page);
    const { messageAt, unreachable } = await fetchMessages(
      { env, caller },
      entries.flatMap(({ item }) => placeOf(item)),
    );
    return {
      // Of a channel that does not answer nothing is known, and nothing is said.
      items: entries.flatMap(({ item, isRead }) => {
        const [place] = placeOf(item);
        const message = place ? messageAt(place.channel, place.ts) : null;
        // About a message that is gone, or that the caller may not see any more, there is nothing to say.
        if (place && !message) return [];
        // Nor about reactions that were taken back.
        if (item.kind === 'reaction' && !hasReactions(message, caller.userId)) return [];
        return [{ item, message, is_read: isRead }];
      }),
      ...incomplete(unreachable),
      // Of those that are listed or need not be, so that whoever has looked at the page can say so.
      newest_at: entries.find(({ item }) => !unreachable.has(item.channel ?? ''))?.item.at ?? 0,
      read_until: readUntil,
      ...nextPage(next && encodeCursor('activity', next)),
    };
  },
});

/** Whether somebody else reacts to it. */
function hasReactions(message: Message | null, self: string): boolean {
  return message?.reactions?.some(({ users, count }) => count > 1 || !users.includes(self)) ?? false;
}

/** Where the message is that the line is about; nowhere for a reminder of one's own. */
function placeOf({ channel, ts }: ActivityItem): { channel: string; ts: string }[] {
  return channel !== undefined && ts !== undefined ? [{ channel, ts }] : [];
}
