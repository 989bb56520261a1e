import { z } from 'zod';
import { listCustomEmoji } from '../../emoji/custom-emoji.ts';
import { defineMethod } from '../method.ts';

/** https://docs.slack.dev/reference/methods/emoji.list */
export const method = defineMethod({
  name: 'emoji.list',
  summary: "Lists the workspace's custom emoji: each name with its image's address, or with the emoji it stands for.",
  scopes: { user: ['emoji:read'], bot: ['emoji:read'] },
  tier: 2,
  input: z.object({
    include_categories: z.boolean().optional().describe('Accepted; there are no categories of custom emoji.'),
  }),
  errors: [],
  handler: async ({ caller, db, request, now }) => {
    const { origin } = new URL(request.url);
    const rows = await listCustomEmoji(db, caller.workspaceId);
    const emoji = Object.fromEntries(
      rows.map(({ name, image, aliasFor }) => [
        name,
        image === null ? `alias:${aliasFor}` : `${origin}/emoji/${caller.workspaceId}/${image}`,
      ]),
    );
    return { emoji, cache_ts: String(Math.floor(now / 1000)) };
  },
});
