import { z } from 'zod';
import { askChannels } from '../../../channels/ask-channels.ts';
import type { ThreadEnd } from '../../../../durable-objects/channel/messages/newest-replies.ts';
import { decodeCursor, encodeCursor, nextPage } from '../../cursor.ts';
import { defineMethod } from '../../method.ts';
import { cursorArgument, limitArgument, pagingErrors } from '../../paging.ts';
import { clientScopes, ownSession } from '../../own-session.ts';
import { incomplete } from '../incomplete.ts';

/** How many replies of each thread are listed. */
const newest = 3;

export const method = defineMethod({
  name: 'edgeways.threads.list',
  summary: 'Lists the threads that the caller follows, those with something unread first, with their newest replies.',
  scopes: clientScopes,
  tier: 3,
  input: z.object({ cursor: cursorArgument, limit: limitArgument(20, 50) }),
  errors: pagingErrors,
  handler: async ({ input, caller, env }) => {
    const after = decodeCursor(input.cursor, 'threads')?.place ?? null;
    const { entries, next } = await ownSession({ env, caller }).threads({ after, limit: input.limit });
    const { answers, unreachable } = await askChannels({ env, caller }, entries, async (channel, viewer, about) => {
      const threads: ThreadEnd[] = [];
      let roots = about.map(({ thread_ts }) => thread_ts);
      while (roots.length > 0) {
        const answer = await channel.newestReplies(viewer, roots, newest);
        if (!answer.ok) return answer;
        threads.push(...answer.threads);
        roots = answer.left;
      }
      return { ok: true, threads };
    });
    return {
      threads: entries.flatMap((thread) => {
        const end = answers.get(thread.channel)?.threads.find(({ root }) => root.ts === thread.thread_ts);
        return end ? [{ thread, ...end }] : [];
      }),
      ...incomplete(unreachable),
      ...nextPage(next && encodeCursor('threads', next)),
    };
  },
});
